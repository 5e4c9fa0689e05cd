"""What the scripts of this folder stand on: a served demo, how it is asked, and how is told what happened."""

import http.client
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PEJLING = sys.argv[1]
wrong = []


def tell(what, happened, good):
    print(f"{'as it should' if good else 'WRONG':<13} {what}: {happened}", flush=True)
    if not good:
        wrong.append(what)


class Server:
    """`pejling serve --demo` over a folder; `before` are words in front of the command."""

    def __init__(self, data, *more, at="127.0.0.1:0", before=()):
        self.log = tempfile.TemporaryFile()
        command = [*before, PEJLING, "serve", "--demo", "--data", str(data), "--listen", at, *more]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log)
        self.at = self.process.stdout.readline().decode().split("//")[1].strip()
        lines = [self.process.stdout.readline().decode().split() for _ in range(7)]
        self.links = {words[1]: "/" + words[-1].split("/", 3)[3] for words in lines}
        self.sessions = {}

    def ask(self, method, path, headers=None, body=None):
        """Status, headers, text and seconds."""
        begun = time.monotonic()
        connection = http.client.HTTPConnection(self.at, timeout=90)
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, answer.headers, text, time.monotonic() - begun

    def sign_in(self, role):
        """What a browser of that role sends along; a link is good for once."""
        if role not in self.sessions:
            status, headers, _, _ = self.ask("POST", self.links[role])
            assert status == 303, status
            self.sessions[role] = {"cookie": headers["set-cookie"].split(";")[0], "accept-language": "en"}
        return self.sessions[role]

    def memory_mb(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return [int(re.search(rf"{name}:\s+(\d+)", status)[1]) // 1024 for name in ("VmRSS", "VmHWM")]

    def said(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def stop(self):
        self.process.terminate()
        self.process.wait()
        return self.said()


def run(*arguments):
    done = subprocess.run([PEJLING, *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, (done.stdout + done.stderr).strip()


def title(text):
    found = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.S)
    return found[1].strip() if found else text[:80]
