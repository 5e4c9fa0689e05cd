"""Measures two servers in turn with the same load: the product's "my week", and a bare page with one query.

measure.py PEJLING BARE-PAGE ROUNDS SECONDS prints one line per figure. Everything runs on loopback, and the load generator
shares the processors with what it measures: the ratio says more than the rates do.
"""

import asyncio
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

CONNECTIONS = 16
STEADY_RATE = 200
STEADY_SECONDS = 15
STARTS = 5


class Server:
    """A program that says where it listens on its first line, and what else it says right after."""

    def __init__(self, *command):
        begun = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.address = self.process.stdout.readline().decode().split()[1]
        self.started_in = time.monotonic() - begun

    def line(self, start):
        """The first line that begins with `start`."""
        return next(line for line in iter(lambda: self.process.stdout.readline().decode(), "") if line.startswith(start))

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def ask(address, headers=None, form=None):
    """Status, headers and body; a form is posted."""
    body = urllib.parse.urlencode(form).encode() if form is not None else None
    request = urllib.request.Request(address, body, headers or {})
    try:
        with OPENER.open(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def sign_in(server):
    """Signs in as the first manager; the headers to ask with."""
    link = server.line("sign-in manager").split()[-1]
    status, headers, _ = ask(link, form={})
    if status != 303:
        raise SystemExit(f"the sign-in link answered {status}")
    return {"Cookie": headers["Set-Cookie"].partition(";")[0]}


def my_week(server, headers):
    """The page of the week, guessed first when it asks for that."""
    address = server.address + "/week"
    _, _, page = ask(address, headers)
    guess = re.search(rb'action="(/week/[0-9-]+/guess)"', page)
    if guess:
        ask(server.address + guess[1].decode(), headers, {"guess": "12"})
        _, _, page = ask(address, headers)
    if b'id="facts"' not in page:
        raise SystemExit("this is not the page of a week")
    return page


def wrk(server, path, headers, seconds):
    """Requests a second, and milliseconds: median, 99th in a hundred; and processor microseconds a request."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    before = server.cpu_seconds()
    said = subprocess.run([*command, server.address + path], capture_output=True, text=True, check=True).stdout
    used = server.cpu_seconds() - before
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(said)
    milliseconds = {"us": 0.001, "ms": 1, "s": 1000}

    def latency(share):
        number, unit = re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", said).groups()
        return float(number) * milliseconds[unit]

    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    count = int(re.search(r"(\d+) requests in", said)[1])
    return rate, latency(50), latency(99), used / count * 1e6


def in_turn(servers, rounds, seconds):
    """Prints the medians over the rounds of each server, and the ratio of the first to the second."""
    for server, path, headers in servers:
        wrk(server, path, headers, 1)
    measured = [[wrk(*server, seconds) for server in servers] for _ in range(rounds)]
    medians = [[statistics.median(figures) for figures in zip(*column)] for column in zip(*measured)]
    for name, (rate, p50, p99, cpu) in zip(["my week", "bare page"], medians):
        print(f"  {name:9} {rate:7.0f} requests/s   p50 {p50:6.2f} ms   p99 {p99:6.2f} ms   {cpu:5.0f} us of processor each")
    rates = [ours[0] / bare[0] for ours, bare in measured]
    print(f"  ratio     {medians[0][0] / medians[1][0]:.2f} of medians; by round {' '.join(f'{rate:.2f}' for rate in rates)}")


async def steadily(address, path, headers):
    """Asks at a fixed rate, whatever the answers do; milliseconds from when each was due until its last byte."""
    host, port = address.removeprefix("http://").split(":")
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    request = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n{lines}\r\n".encode()
    idle, took = [], []
    begun = time.perf_counter() + 0.2

    async def one(due):
        await asyncio.sleep(due - time.perf_counter())
        reader, writer = idle.pop() if idle else await asyncio.open_connection(host, int(port))
        # One that lay idle for long was ended by the server.
        if reader.at_eof():
            writer.close()
            reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(head.decode())
        await reader.readexactly(int(re.search(rb"content-length: (\d+)", head)[1]))
        took.append((time.perf_counter() - due) * 1000)
        idle.append((reader, writer))

    await asyncio.gather(*(one(begun + number / STEADY_RATE) for number in range(STEADY_RATE * STEADY_SECONDS)))
    for _, writer in idle:
        writer.close()
    took.sort()
    return [took[int(len(took) * share)] for share in (0.5, 0.99, 0.999)]


def weights(server, headers, page):
    """Bytes on the wire: the page, and what it links to, the first time."""
    for coding in ("identity", "gzip", "br"):
        _, _, body = ask(server.address + "/week", headers | {"Accept-Encoding": coding})
        print(f"  page {coding:9} {len(body):7} bytes")
    linked = set(re.findall(rb'(?:href|src)="(/assets/[^"]+)"', page))
    sizes = [len(ask(server.address + path.decode(), {"Accept-Encoding": "br"})[2]) for path in linked]
    print(f"  assets br      {sum(sizes):7} bytes in {len(sizes)} files, fetched once")


def machine():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1]) // 1024
    load = os.getloadavg()[0]
    print(f"machine: {os.cpu_count()} x {model[1] if model else platform.machine()}, {memory} MB, Linux {platform.release()}, load {load:.1f} before")


def main(pejling, bare, rounds, seconds):
    machine()
    with tempfile.TemporaryDirectory() as folder:
        command = [pejling, "serve", "--demo", "--data", folder, "--listen", "127.0.0.1:0"]
        first = Server(*command)
        print(f"first start, making the demo: {first.started_in:.2f} s")
        first.stop()
        starts = []
        for _ in range(STARTS):
            server = Server(*command)
            starts.append(server.started_in)
            server.stop()
        print(f"start on an existing database: {statistics.median(starts):.3f} s, median of {STARTS} ({min(starts):.3f}-{max(starts):.3f})")

        ours = Server(*command)
        headers = sign_in(ours)
        time.sleep(3)
        print(f"memory at rest, after a sign-in: {ours.memory_mb():.1f} MB")
        page = my_week(ours, headers)
        shown = Path(folder, "page.html")
        shown.write_bytes(page)
        other = Server(bare, str(shown), str(Path(folder, "bare.sqlite")))

        print(f"as fast as it goes, {CONNECTIONS} connections, {rounds} rounds of {seconds} s each in turn, {len(page)} bytes uncompressed:")
        in_turn([(ours, "/week", headers), (other, "/", {})], rounds, seconds)
        browser = {"Accept-Encoding": "gzip, br"}
        print("the same compressed, as browsers ask (the bare page through the same layer):")
        in_turn([(ours, "/week", headers | browser), (other, "/compressed", browser)], max(1, rounds // 2), seconds)

        print(f"at {STEADY_RATE} requests/s, {STEADY_SECONDS} s, latency from when each was due:")
        for name, server, path, given in (("my week", ours, "/week", headers), ("bare page", other, "/", {})):
            p50, p99, p999 = asyncio.run(steadily(server.address, path, given))
            print(f"  {name:9} p50 {p50:.2f} ms   p99 {p99:.2f} ms   p99.9 {p999:.2f} ms")
        print(f"memory after the load: {ours.memory_mb():.1f} MB; the bare page's: {other.memory_mb():.1f} MB")
        print("weight of my week:")
        weights(ours, headers, page)
        ours.stop()
        other.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
