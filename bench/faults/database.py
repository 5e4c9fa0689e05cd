"""Takes the database away from a running program, and a disk that turns read-only under it; says what happened. database.py PEJLING [PART …]; see `database`."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from server import Server, run, tell, title, wrong

# The two ends and what stands between them: it forwards, or drops without a word.
OURS, MIDDLE = "pejling-faults", "pejling-faults-mid"
PROGRAM_AT, DATABASE_AT = "10.231.1.2", "10.231.2.1"
# So many of each sort, so that more want a connection than there are.
HANDS = 6
# Seconds after which a page gives up.
PATIENCE = 60
# Browsers have a way of their own, which is not cut.
BROWSERS_AT = "10.231.3.2"


def shell(text):
    subprocess.run(text, shell=True, check=True, stdout=subprocess.DEVNULL)


class Cluster:
    """A PostgreSQL of our own with what Debian sets, fsync on."""

    def __init__(self, listens="127.0.0.1"):
        self.bin = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self.folder = tempfile.mkdtemp()
        shell(f"chown postgres {self.folder}")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.as_postgres(f"{self.bin}/initdb -D {self.folder}/data -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8")
        with open(f"{self.folder}/data/pg_hba.conf", "a") as hba:
            hba.write("host all all 10.231.0.0/16 trust\n")
        self.options = f"-p {self.port} -c listen_addresses={listens},127.0.0.1 -c unix_socket_directories="
        # In the clear, as over a network that one trusts: here it is one's own.
        self.address = f"postgres://postgres@{listens}:{self.port}/postgres?sslmode=disable"
        self.start()

    def as_postgres(self, command):
        subprocess.run(["runuser", "-u", "postgres", "--", "sh", "-c", command], check=True, stdout=subprocess.DEVNULL, cwd="/")

    def start(self):
        self.as_postgres(f"{self.bin}/pg_ctl -D {self.folder}/data -w -l {self.folder}/log -o '{self.options}' start")

    def stop(self, how="fast"):
        self.as_postgres(f"{self.bin}/pg_ctl -D {self.folder}/data -w -m {how} stop")

    def everybody(self, what):
        """A signal to the server and all its processes."""
        first = int(Path(f"{self.folder}/data/postmaster.pid").read_text().split()[0])
        below = subprocess.run(["ps", "--ppid", str(first), "-o", "pid="], capture_output=True, text=True).stdout.split()
        for pid in [first, *map(int, below)]:
            try:
                os.kill(pid, what)
            except ProcessLookupError:
                pass

    def one(self, query):
        return subprocess.run(["psql", "-At", f"postgres://postgres@127.0.0.1:{self.port}/postgres", "-c", query], capture_output=True, text=True, check=True).stdout.strip()

    def gone(self):
        self.everybody(signal.SIGCONT)
        self.stop("immediate")
        shell(f"rm -rf {self.folder}")


class People:
    """Some who look at pages and ask for letters all the time, one request after the other; all they were answered is written down."""

    def __init__(self, server):
        self.answers, self.over = [], False
        it, manager = server.sign_in("it"), server.sign_in("manager")
        asked = [("letter", "POST", "/installation/letter", it), ("today", "GET", "/", manager), ("results", "GET", "/results", manager), ("door", "GET", "/sign-in", {}), ("week", "GET", "/week", manager)]
        self.hands = [threading.Thread(target=self.go, args=(server, *one), daemon=True) for one in asked for _ in range(HANDS)]
        for hand in self.hands:
            hand.start()

    def go(self, server, name, method, path, headers):
        while not self.over:
            begun = time.monotonic()
            try:
                status, answered, text, took = server.ask(method, path, headers)
                again = answered["retry-after"]
            except OSError as trouble:
                status, again, text, took = repr(trouble), None, "", time.monotonic() - begun
            self.answers.append((begun, name, status, again, took, title(text)))
            time.sleep(0.1)

    def end(self):
        self.over = True
        for hand in self.hands:
            hand.join(120)

    def between(self, begun, ended):
        """What was asked and answered within that time; what began within it."""
        return [answer for answer in self.answers if begun <= answer[0] < ended]


def told(answers):
    """Each sort of answer with how many and the longest it took."""
    sorts = {}
    for _, name, status, again, took, _ in answers:
        # Of what needs no database nobody expects trouble.
        sort = f"{status}" + (f" again after {again} s" if again else "")
        count, longest = sorts.get(sort, (0, 0))
        sorts[sort] = (count + 1, max(longest, took))
    return ", ".join(f"{sort}: {count} (longest {longest:.1f} s)" for sort, (count, longest) in sorted(sorts.items()))


def away(what, seconds, cluster, server, take, give, patient=False):
    """The database is taken away for so long and given back, under people who do not stop. Where it only stands still they may all be `patient`: to wait is right."""
    people = People(server)
    time.sleep(3)
    calm = people.between(0, time.monotonic() - 0.5)
    taken_at = time.monotonic()
    take()
    gone_at = time.monotonic()
    time.sleep(seconds)
    given_at = time.monotonic()
    give()
    back_at = time.monotonic()
    # Back when everybody who needs the database is served again.
    served = None
    while served is None and time.monotonic() - back_at < 90:
        time.sleep(0.2)
        newest = {}
        for answer in list(people.answers):
            if answer[0] >= back_at:
                newest[answer[1]] = answer
        good = [name for name, answer in newest.items() if answer[2] in (200, 303)]
        if {"letter", "today", "results"} <= set(good):
            served = time.monotonic() - back_at
    time.sleep(5)
    settled_at = time.monotonic()
    time.sleep(3)
    people.end()
    tell(f"{what}: before", told(calm), all(answer[2] in (200, 303) for answer in calm))
    needing = [answer for answer in people.between(gone_at, given_at) if answer[1] != "door"]
    refused = [answer for answer in needing if answer[2] not in (200, 303)]
    told_so = lambda answer: answer[2] in (503, 504) and answer[3]
    tell(f"{what}: meanwhile", told(needing), (len(refused) > 0 or patient) and all(map(told_so, refused)))
    doors = [answer for answer in people.between(gone_at, given_at) if answer[1] == "door"]
    print(f"              the sign-in page meanwhile: {told(doors)}")
    words = sorted({answer[5] for answer in refused if answer[1] == "today"})
    print(f"              in words: {words}")
    for name in ("letter", "today", "results", "week"):
        times = [answer[4] for answer in needing if answer[1] == name]
        if times:
            print(f"              {name}: first answer {times[0]:.1f} s, then at most {max(times[3:] or [0]):.1f} s; of {len(times)}")
    around = [answer for answer in people.answers if taken_at <= answer[0] < gone_at or given_at <= answer[0] < settled_at]
    odd = [answer for answer in around if answer[2] not in (200, 303) and not told_so(answer)]
    tell(f"{what}: at the moments of going and coming back", told(around), not odd)
    tell(f"{what}: served again", f"{served:.1f} s after" if served is not None else "not within 90 s", served is not None and served < 15)
    after = people.between(settled_at, time.monotonic())
    tell(f"{what}: afterwards", told(after), all(answer[2] in (200, 303) for answer in after))
    acknowledged = sum(answer[1] == "letter" and answer[2] == 303 for answer in people.answers)
    kept = int(cluster.one("SELECT COUNT(*) FROM letter WHERE subject LIKE '%ejling%'"))
    asked = sum(answer[1] == "letter" for answer in people.answers)
    tell(f"{what}: letters", f"{kept} in the database, {acknowledged} acknowledged of {asked} asked for", acknowledged <= kept <= asked)
    cluster.one("DELETE FROM letter")
    tell(f"{what}: the log", "no panic", "panicked" not in server.said())


@contextmanager
def served(cluster, **how):
    """The program over a small invented municipality in that database."""
    with tempfile.TemporaryDirectory() as folder:
        code, said = run("demo", "--employees", 200, "--seed", 3, "--data", folder, "--database", cluster.address)
        assert code == 0, said
        cluster.one("DELETE FROM letter")
        server = Server(folder, "--database", cluster.address, **how)
        try:
            yield server
        finally:
            server.stop()


def stopped():
    cluster = Cluster()
    try:
        with served(cluster) as server:
            away("PostgreSQL stopped for 60 s", 60, cluster, server, cluster.stop, cluster.start)
            away("PostgreSQL ended as by a power failure, for 60 s", 60, cluster, server, lambda: cluster.stop("immediate"), cluster.start)
    finally:
        cluster.gone()


def still():
    cluster = Cluster()
    try:
        with served(cluster) as server:
            for seconds in (30, 70):
                away(f"PostgreSQL stands still for {seconds} s", seconds, cluster, server, lambda: cluster.everybody(signal.SIGSTOP), lambda: cluster.everybody(signal.SIGCONT), seconds < PATIENCE)
    finally:
        cluster.gone()


@contextmanager
def network():
    """The program's own network, and a middle that forwards between it and the database's."""
    shell(f"ip netns add {OURS}; ip netns add {MIDDLE}")
    try:
        shell(f"ip link add pjf-ours netns {OURS} type veth peer name pjf-in netns {MIDDLE}; ip link add pjf-out netns {MIDDLE} type veth peer name pjf-data")
        shell(f"ip -n {OURS} addr add {PROGRAM_AT}/24 dev pjf-ours; ip -n {OURS} link set pjf-ours up; ip -n {OURS} link set lo up")
        shell(f"ip -n {MIDDLE} addr add 10.231.1.1/24 dev pjf-in; ip -n {MIDDLE} link set pjf-in up; ip -n {MIDDLE} addr add 10.231.2.2/24 dev pjf-out; ip -n {MIDDLE} link set pjf-out up")
        shell(f"ip addr add {DATABASE_AT}/24 dev pjf-data; ip link set pjf-data up; ip route add 10.231.1.0/24 via 10.231.2.2; ip -n {OURS} route add default via 10.231.1.1")
        shell(f"ip link add pjf-door netns {OURS} type veth peer name pjf-street; ip -n {OURS} addr add {BROWSERS_AT}/24 dev pjf-door; ip -n {OURS} link set pjf-door up")
        shell("ip addr add 10.231.3.1/24 dev pjf-street; ip link set pjf-street up")
        forward(True)
        yield
    finally:
        shell(f"ip netns del {OURS}; ip netns del {MIDDLE}; ip link del pjf-data 2>/dev/null; ip link del pjf-street 2>/dev/null || true")


def forward(on):
    shell(f"ip netns exec {MIDDLE} sysctl -q -w net.ipv4.ip_forward={int(on)}")


def cut():
    with network():
        cluster = Cluster(DATABASE_AT)
        try:
            with served(cluster, at=f"{BROWSERS_AT}:8123", before=["ip", "netns", "exec", OURS]) as server:
                for seconds in (30, 70):
                    away(f"the network cut for {seconds} s", seconds, cluster, server, lambda: forward(False), lambda: forward(True), seconds < PATIENCE)
        finally:
            cluster.gone()


def read_only():
    folder = Path(tempfile.mkdtemp())
    image, disk = folder / "image", folder / "disk"
    disk.mkdir()
    shell(f"truncate -s 256M {image} && mkfs.ext4 -q {image} && mount -o loop,errors=remount-ro {image} {disk}")
    try:
        code, said = run("demo", "--employees", 200, "--seed", 3, "--data", disk / "data")
        assert code == 0, said
        server = Server(disk / "data")
        it, manager = server.sign_in("it"), server.sign_in("manager")
        letter = lambda: server.ask("POST", "/installation/letter", it)
        good = sum(letter()[0] == 303 for _ in range(20))
        tell("before the disk turns read-only", f"{good} of 20 letters are queued", good == 20)
        # What ext4 does when it finds something wrong in itself: from now on nothing may be written.
        shell(f"mount -o remount,abort {disk}")
        answers = [letter() for _ in range(10)]
        shown = sorted({(status, headers["retry-after"], title(text)) for status, headers, text, _ in answers}, key=str)
        tell("a write on it", shown, all(status == 503 and again for status, again, _ in shown))
        pages = [server.ask("GET", path, manager)[0] for path in ("/", "/week", "/steps", "/results") for _ in range(5)]
        tell("pages meanwhile", sorted(set(pages)), set(pages) == {200})
        code, said = run("doctor", "--data", disk / "data")
        tell("the doctor", " ".join(next((line for line in said.splitlines() if "WRONG" in line), said).split()), code == 1)
        log = server.stop()
        tell("it ends when it is told to", "no panic in the log", "panicked" not in log)
        shell(f"umount {disk} && fsck.ext4 -fy {image} > /dev/null 2>&1 || true; mount -o loop {image} {disk}")
        found = subprocess.run(["sqlite3", disk / "data/pejling.db", "SELECT COUNT(*) FROM letter WHERE subject LIKE '%ejling%'; PRAGMA integrity_check"], capture_output=True, text=True).stdout.split()
        tell("mounted again", f"{found[0]} letters of {good} acknowledged; SQLite says {found[1]}", int(found[0]) >= good and found[1] == "ok")
        server = Server(disk / "data")
        it = server.sign_in("it")
        tell("a write, once it is started again", server.ask("POST", "/installation/letter", it)[0], server.ask("POST", "/installation/letter", it)[0] == 303)
        server.stop()
    finally:
        shell(f"umount -l {disk}; rm -rf {folder}")


PARTS = {"stopped": stopped, "still": still, "cut": cut, "read-only": read_only}
if __name__ == "__main__":
    for part in sys.argv[2:] or PARTS:
        PARTS[part]()
    sys.exit(1 if wrong else 0)
