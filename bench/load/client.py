"""A server of the product, and as little of a client as HTTP/1.1 can be asked with: it must not be what is measured."""

import asyncio
import gzip
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid):
    """What a process has used of the processors, its ended children not counted."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_mb(pid, name="VmRSS"):
    return int(re.search(rf"{name}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def fsyncs_a_second(folder, seconds=2):
    """Times a second that 4 096 bytes can be made durable in a file of that folder."""
    with tempfile.TemporaryFile(dir=folder) as file:
        begun, count = time.monotonic(), 0
        while time.monotonic() - begun < seconds:
            os.write(file.fileno(), b"\7" * 4096)
            os.fdatasync(file.fileno())
            count += 1
        return count / (time.monotonic() - begun)


def machine():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1]) // 1024
    return f"{os.cpu_count()} x {model[1] if model else 'a processor'}, {memory} MB, Linux {os.uname().release}, load {os.getloadavg()[0]:.1f}"


class Server:
    """`pejling serve --demo` over a database."""

    def __init__(self, pejling, data, *more):
        begun = time.monotonic()
        self.log = tempfile.TemporaryFile()
        command = [pejling, "serve", "--demo", "--data", str(data), "--listen", "127.0.0.1:0", *more]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log)
        line = self.process.stdout.readline().decode()
        if "//" not in line:
            raise SystemExit(f"the server did not start: {self.said()}")
        self.started_in = time.monotonic() - begun
        self.pid = self.process.pid
        self.at = line.split("//")[1].strip()

    def said(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def stop(self):
        self.process.terminate()
        self.process.wait()
        return self.said()


class Answer:
    def __init__(self, status, head, body):
        self.status, self.head, self.body = status, head, body

    def header(self, name):
        found = re.search(rf"(?im)^{name}: (.*?)\r?$", self.head)
        return found[1] if found else None

    def text(self):
        return self.plain().decode(errors="replace")

    def plain(self):
        return gzip.decompress(self.body) if self.header("content-encoding") == "gzip" else self.body


class Client:
    """One connection that is kept, and made anew when the server ended it while it lay idle. `source` is an address of loopback to come from."""

    def __init__(self, at, source=None):
        host, port = at.split(":")
        self.at, self.host, self.port = at, host, int(port)
        self.source = (source, 0) if source else None
        self.reader = self.writer = None

    async def ask(self, method, path, headers=None, body=b""):
        lines = "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
        length = f"content-length: {len(body)}\r\n" if method != "GET" else ""
        request = f"{method} {path} HTTP/1.1\r\nhost: {self.at}\r\n{lines}{length}\r\n".encode() + body
        if self.reader is None or self.reader.at_eof():
            await self.close()
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port, local_addr=self.source, limit=1 << 20)
        self.writer.write(request)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        status = int(head[9:12])
        if (length := re.search(r"(?i)\r\ncontent-length: (\d+)", head)) is not None:
            body = await self.reader.readexactly(int(length[1]))
        elif "transfer-encoding: chunked" in head.lower():
            body = b""
            while size := int(await self.reader.readline(), 16):
                body += await self.reader.readexactly(size)
                await self.reader.readexactly(2)
            await self.reader.readexactly(2)
        elif status in (204, 304):
            body = b""
        else:
            body = await self.reader.read()
        if "connection: close" in head.lower():
            await self.close()
        return Answer(status, head, body)

    async def close(self):
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None


def form(**fields):
    return {"content-type": "application/x-www-form-urlencoded"}, urlencode(fields).encode()


def upload(field, name, bytes_):
    head = f'--qqq\r\ncontent-disposition: form-data; name="{field}"; filename="{name}"\r\ncontent-type: application/octet-stream\r\n\r\n'
    return {"content-type": "multipart/form-data; boundary=qqq"}, head.encode() + bytes_ + b"\r\n--qqq--\r\n"
