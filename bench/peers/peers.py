"""The same survey of nine questions, answered in turn in Pejling, oTree and Indico; see `run`. Prints processor time of a submission first."""

import asyncio
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "load"))
import ballot  # noqa: E402
from client import TICKS, Client, Server, fsyncs_a_second, machine  # noqa: E402
from round import invitations, plan  # noqa: E402

# What is read again is asked for as gzip, which the driver can undo.
CODINGS = {"accept-encoding": "gzip", "accept-language": "en"}
# People at once; and the seconds a server may take to listen.
AT_ONCE, PATIENCE = 4, 90
FORM = "application/x-www-form-urlencoded"


def family(pid):
    """A process and all below it."""
    children = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, todo = [], [pid]
    while todo:
        found.append(one := todo.pop())
        todo += children.get(one, [])
    return found


def processor(pids):
    """Seconds of processor of these and all below them, those that ended meanwhile too."""
    used = 0
    for pid in {one for root in pids for one in family(root)}:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        used += sum(int(field) for field in fields[11:15])
    return used / TICKS


def memory(pids):
    """MB that these and all below them hold, what they share counted once."""
    total = 0
    for pid in {one for root in pids for one in family(root)}:
        try:
            total += int(re.search(r"Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text())[1])
        except (OSError, TypeError):
            continue
    return total / 1024


def postmaster(address):
    """The process of a PostgreSQL of ours."""
    folder = subprocess.run(["psql", "-At", f"{address}/postgres", "-c", "SHOW data_directory"], capture_output=True, text=True, check=True).stdout.strip()
    return int(Path(folder, "postmaster.pid").read_text().split()[0])


class Cluster:
    """A PostgreSQL of one's own, so that it is known whose work it does; gone when it is left."""

    def __init__(self):
        command = [HERE.parent.parent / "scripts/postgres-for-tests", "sh", "-c", 'echo "$PEJLING_TEST_POSTGRES"; cat > /dev/null']
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PEJLING_TEST_FSYNC": "on"})
        self.address = self.process.stdout.readline().strip()

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


class Visitor:
    """A browser that nobody has used: cookies, and redirects that are followed."""

    def __init__(self, at):
        self.client, self.cookies = Client(at), {}

    async def ask(self, method, path, headers=None, body=b""):
        while True:
            sent = {**CODINGS, **(headers or {})}
            if self.cookies:
                sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            answer = await self.client.ask(method, path, sent, body)
            for name, value in re.findall(r"(?im)^set-cookie: ([^=]+)=([^;\r]*)", answer.head):
                self.cookies[name] = value
            if answer.status not in (301, 302, 303, 307):
                if answer.status not in (200, 204):
                    raise SystemExit(f"{method} {path}: {answer.status} {answer.text()[:200]}")
                return answer, path
            path = re.sub(r"^https?://[^/]+", "", answer.header("location"))
            if answer.status != 307:
                method, body, headers = "GET", b"", None

    async def assets(self, page, pattern):
        for path in dict.fromkeys(re.findall(pattern, page)):
            await self.ask("GET", path, {"accept-encoding": "gzip, br"})


class Pejling:
    """Opens the page, collects a ballot that the server signs blindly, answers, and casts it."""

    def __init__(self, name, pejling, folder, submissions, database=None):
        self.name = name
        more = ["--database", database] if database else []
        subprocess.run([pejling, "demo", "--employees", str(submissions + 100), "--data", folder, *more], check=True, stdout=subprocess.DEVNULL)
        self.server = Server(pejling, folder, *more)
        self.at, self.pids = self.server.at, [self.server.pid]
        if database:
            self.pids.append(postmaster(database.rpartition("/")[0]))
        self.database = database or Path(folder, "pejling.db")

    async def ready(self):
        self.round = await plan(self.at)
        self.passes = await invitations(self.database, self.round)
        random.Random(7).shuffle(self.passes)

    async def submit(self, assets):
        visitor, box = Visitor(self.at), f"/b/{self.round}"
        passed = self.passes.pop()
        json_ = {"content-type": "application/json"}
        page, _ = await visitor.ask("GET", box)
        if assets:
            await visitor.assets(page.text(), r'(?:href|src)="(/assets/[^"]+)"')
        await visitor.ask("GET", box + "/questions")
        mine, _ = await visitor.ask("POST", box + "/mine", json_, json.dumps({"pass": passed}).encode())
        group = json.loads(mine.plain())["groups"][0]
        mine = ballot.Ballot(ballot.key_of(group["line"]), self.round, group["group"])
        said = {"pass": passed, "group": mine.group, "blinded": mine.blinded}
        drawn, _ = await visitor.ask("POST", box + "/draw", json_, json.dumps(said).encode())
        mine.finish(json.loads(drawn.plain())["signature"])
        await visitor.ask("PUT", mine.path(self.round), json_, mine.body("".join(random.choice("12345") for _ in range(9))))
        await visitor.client.close()

    def taken(self):
        if str(self.database).startswith("postgres://"):
            return int(subprocess.run(["psql", "-At", self.database, "-c", f"SELECT COUNT(*) FROM arrival WHERE round = {self.round}"], capture_output=True, text=True, check=True).stdout)
        return int(subprocess.run(["sqlite3", self.database, f"SELECT COUNT(*) FROM arrival WHERE round = {self.round}"], capture_output=True, text=True, check=True).stdout)

    def stop(self):
        self.server.stop()


async def listening(at, process):
    for _ in range(PATIENCE * 4):
        try:
            _, writer = await asyncio.open_connection(*at.split(":"))
            writer.close()
            return
        except OSError:
            if process.poll() is not None:
                raise SystemExit(f"a peer ended with {process.returncode}")
            await asyncio.sleep(0.25)
    raise SystemExit("a peer does not listen")


class OTree:
    """Comes by the session's link, answers one page of nine questions, and is told that it is done."""

    def __init__(self, name, venv, folder, submissions, port, database=None):
        self.name, self.submissions, self.folder, self.database = name, submissions, Path(folder), database
        shutil.copytree(HERE / "survey", self.folder / "survey")
        for file in ("settings.py", "questions.py"):
            shutil.copy(HERE / file, self.folder)
        (self.folder / "_static").mkdir()
        (self.folder / "_templates").mkdir()
        self.at = f"127.0.0.1:{port}"
        path = f"{venv}/bin:{os.environ['PATH']}"
        said = {"PATH": path, "OTREE_PRODUCTION": "1", "OTREE_ADMIN_PASSWORD": "bench", "OTREE_REST_KEY": "bench", "OTREE_AUTH_LEVEL": "STUDY"}
        if database:
            said["DATABASE_URL"] = database.replace("postgres://", "postgresql://")
        self.log = open(self.folder / "log", "w")
        self.process = subprocess.Popen([f"{venv}/bin/otree", "prodserver", self.at], cwd=folder, env={**os.environ, **said}, stdout=self.log, stderr=self.log, start_new_session=True)
        self.pids = [self.process.pid]
        if database:
            self.pids.append(postmaster(database.rpartition("/")[0]))

    async def ready(self):
        await listening(self.at, self.process)
        said = json.dumps({"session_config_name": "survey", "num_participants": self.submissions}).encode()
        answer = await Client(self.at).ask("POST", "/api/sessions", {"otree-rest-key": "bench", "content-type": "application/json"}, said)
        self.join = json.loads(answer.body)["session_wide_url"].partition(self.at)[2]

    async def submit(self, assets):
        visitor = Visitor(self.at)
        page, path = await visitor.ask("GET", self.join)
        if assets:
            await visitor.assets(page.text(), r'(?:href|src)="(/static/[^"]+)"')
        said = urlencode({f"q{number}": random.randint(1, 5) for number in range(1, 10)}).encode()
        _, after = await visitor.ask("POST", path, {"content-type": FORM}, said)
        if after == path:
            raise SystemExit("oTree did not take the answers")
        await visitor.client.close()

    def taken(self):
        query = "SELECT COUNT(*) FROM survey_player WHERE q9 IS NOT NULL"
        if self.database:
            return int(subprocess.run(["psql", "-At", self.database, "-c", query], capture_output=True, text=True, check=True).stdout)
        return int(subprocess.run(["sqlite3", self.folder / "db.sqlite3", query], capture_output=True, text=True, check=True).stdout)

    def stop(self):
        os.killpg(self.process.pid, 15)
        self.process.wait()


class Indico:
    """Opens an anonymous survey of an event, answers, and is told that it was submitted."""

    def __init__(self, name, venv, folder, port, database):
        self.name, self.database = name, database
        folder = Path(folder)
        for part in ("cache", "tmp", "log", "archive"):
            (folder / part).mkdir()
        self.at = f"127.0.0.1:{port}"
        cluster = database.rpartition("/")[0]
        psql = lambda address, text: subprocess.run(["psql", "-q", address, "-c", text], check=True)
        psql(f"{cluster}/postgres", f"CREATE DATABASE {database.rpartition('/')[2]} TEMPLATE template0 ENCODING 'UTF8'")
        psql(database, "CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm")
        self.redis = subprocess.Popen(["redis-server", "--port", str(port + 1), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)], stdout=subprocess.DEVNULL)
        settings = {
            "SQLALCHEMY_DATABASE_URI": database.replace("postgres://", "postgresql://"),
            "SECRET_KEY": os.urandom(32),
            "BASE_URL": f"http://{self.at}",
            "CELERY_BROKER": f"redis://127.0.0.1:{port + 1}/0",
            "REDIS_CACHE_URL": f"redis://127.0.0.1:{port + 1}/1",
            "CACHE_DIR": f"{folder}/cache",
            "TEMP_DIR": f"{folder}/tmp",
            "LOG_DIR": f"{folder}/log",
            "STORAGE_BACKENDS": {"default": f"fs:{folder}/archive"},
            "ATTACHMENT_STORAGE": "default",
            "SMTP_SERVER": ("127.0.0.1", 25),
            "SUPPORT_EMAIL": "a@bench.example",
            "PUBLIC_SUPPORT_EMAIL": "a@bench.example",
            "NO_REPLY_EMAIL": "a@bench.example",
            "SYSTEM_NOTICES_URL": None,
            "DISABLE_CELERY_CHECK": True,
        }
        (folder / "indico.conf").write_text("\n".join(f"{name} = {value!r}" for name, value in settings.items()) + "\n")
        package = next(Path(venv).glob("lib/python3*/site-packages/indico"))
        shutil.copy(package / "logging.yaml.sample", folder / "logging.yaml")
        env = {**os.environ, "INDICO_CONFIG": f"{folder}/indico.conf", "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"}
        with open(folder / "said", "w") as said:
            subprocess.run([f"{venv}/bin/indico", "db", "prepare"], env=env, check=True, stdout=said, stderr=said)
            made = subprocess.run([f"{venv}/bin/python", HERE / "indico_survey.py"], env=env, check=True, stdout=subprocess.PIPE, stderr=said, text=True)
            self.survey = made.stdout.split()[-1]
            static = package / "web/static"
            maps = [f"--static-map=/{part}={static}/{part}" for part in ("dist", "images", "fonts")]
            command = [f"{venv}/bin/uwsgi", "--http-socket", self.at, "--add-header", "Connection: close", "--master", "--processes", "2", "--enable-threads"]
            command += ["--single-interpreter", "--need-app", "--buffer-size", "20480", "--disable-logging", "--die-on-term", "--wsgi-file", f"{package}/web/indico.wsgi"]
            self.process = subprocess.Popen([*command, *maps], env=env, stdout=said, stderr=said)
        self.pids = [self.process.pid, self.redis.pid, postmaster(cluster)]

    async def ready(self):
        await listening(self.at, self.process)
        await self.submit(True)

    async def submit(self, assets):
        visitor = Visitor(self.at)
        page, path = await visitor.ask("GET", self.survey)
        text = page.text()
        if assets:
            await visitor.assets(text, r'(?:href|src)="(/[^"]+\.(?:css|js|png|svg|ico))"')
        said = {name: random.randint(1, 5) for name in set(re.findall(r'name="(question_\d+)"', text))}
        if len(said) != 9:
            raise SystemExit(f"Indico asks {len(said)} questions")
        said["csrf_token"] = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', text)[1]
        after, _ = await visitor.ask("POST", path, {"content-type": FORM}, urlencode(said).encode())
        if "has been submitted" not in after.text():
            raise SystemExit("Indico did not take the answers")
        await visitor.client.close()

    def taken(self):
        return int(subprocess.run(["psql", "-At", self.database, "-c", "SELECT COUNT(*) FROM event_surveys.submissions WHERE is_submitted"], capture_output=True, text=True, check=True).stdout)

    def stop(self):
        for process in (self.process, self.redis):
            process.terminate()
            process.wait()


async def turn(system, count, assets):
    """Milliseconds of processor of a submission, and of each journey from its first request to its last answer."""
    took, left = [], [None] * count

    async def hand():
        while left:
            left.pop()
            begun = time.monotonic()
            await system.submit(assets)
            took.append((time.monotonic() - begun) * 1000)

    before = processor(system.pids)
    await asyncio.gather(*(hand() for _ in range(AT_ONCE)))
    # What is done after the answer belongs to it.
    await asyncio.sleep(0.3)
    return (processor(system.pids) - before) * 1000 / count, took


def traced(system, count):
    """fsync and fdatasync calls of a submission, by strace; nothing where that is missing."""
    if not shutil.which("strace"):
        return None
    pids = ",".join(str(pid) for root in system.pids for pid in family(root))
    out = Path(f"{os.environ['PEERS_FOLDER']}/strace")
    tracer = subprocess.Popen(["strace", "-f", "-qq", "-o", out, "-e", "trace=fsync,fdatasync,msync,sync_file_range", "-p", pids], stderr=subprocess.DEVNULL)
    time.sleep(2)
    asyncio.run(turn(system, count, False))
    tracer.send_signal(2)
    tracer.wait()
    return len(re.findall(r"(?m)(?:fsync|fdatasync)\(", out.read_text())) / count


def main(pejling, venv, folder, rounds, count):
    clusters = [Cluster() for _ in range(3)]
    try:
        compare(pejling, venv, folder, [cluster.address for cluster in clusters], rounds, count)
    finally:
        for cluster in clusters:
            cluster.stop()


def compare(pejling, venv, folder, clusters, rounds, count):
    os.environ["PEERS_FOLDER"] = folder
    print(f"machine: {machine()}")
    # A page of Pejling is so cheap that many are needed before a hundredth of a second can be seen.
    ours = count * 5
    room = rounds * 2
    spare = 40
    make = lambda name: str(Path(folder, name).mkdir() or Path(folder, name))
    systems = [
        (Pejling("Pejling, SQLite", pejling, make("pejling"), ours * room + spare), ours),
        (Pejling("Pejling, PostgreSQL", pejling, make("pejling-postgres"), ours * room + spare, f"{clusters[0]}/postgres"), ours),
        (OTree("oTree, SQLite", f"{venv}/otree", make("otree"), count * room + spare, 18200), count),
        (OTree("oTree, PostgreSQL", f"{venv}/otree", make("otree-postgres"), count * room + spare, 18210, f"{clusters[1]}/postgres"), count),
        (Indico("Indico, PostgreSQL", f"{venv}/indico", make("indico"), 18220, f"{clusters[2]}/indico"), count),
    ]
    try:
        for system, _ in systems:
            asyncio.run(system.ready())
        versions = [subprocess.run([f"{venv}/{name}/bin/pip", "show", name], capture_output=True, text=True).stdout.split("\n")[1].split()[-1] for name in ("otree", "indico")]
        print(f"oTree {versions[0]}, Indico {versions[1]}; {rounds} rounds in turn, {AT_ONCE} people at once; {count} submissions a round, {ours} in Pejling")
        fsyncs = [fsyncs_a_second(folder)]
        for name, assets in (("the page, its files as for a first visit, and the answers", True), ("the page and the answers alone", False)):
            for system, _ in systems:
                asyncio.run(turn(system, 4, assets))
            before = os.times()
            figures = {system.name: [] for system, _ in systems}
            waits = {system.name: [] for system, _ in systems}
            for _ in range(rounds):
                for system, many in systems:
                    milliseconds, took = asyncio.run(turn(system, many, assets))
                    figures[system.name].append(milliseconds)
                    waits[system.name] += took
            after = os.times()
            fsyncs.append(fsyncs_a_second(folder))
            medians = {name: statistics.median(values) for name, values in figures.items()}
            print(f"{name} (load {os.getloadavg()[0]:.1f}; the driver used {after.user + after.system - before.user - before.system:.0f} s):")
            for name, values in figures.items():
                ratio = medians[name] / medians["Pejling, SQLite"]
                p50, p99 = (sorted(waits[name])[int(len(waits[name]) * share)] for share in (0.5, 0.99))
                print(f"  {name:20} {medians[name]:8.2f} ms of processor ({min(values):.2f}-{max(values):.2f})  {ratio:6.1f} times Pejling on SQLite   journey p50 {p50:.0f} p99 {p99:.0f} ms")
        print(f"fsyncs/s of 4 096 bytes: {', '.join(f'{rate:.0f}' for rate in fsyncs)}")
        for system, _ in systems:
            print(f"  {system.name:20} memory {memory(system.pids):6.0f} MB; {system.taken()} submissions in its database; fsyncs a submission, one person at a time or four: {traced(system, 8)}")
    finally:
        for system, _ in systems:
            system.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
