"""The whole product under what people do with it, over invented municipalities of several sizes in turn; load.py PEJLING TURNS SECONDS EMPLOYEES …"""

import asyncio
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from client import Client, Server, cpu_seconds, fsyncs_a_second, machine, memory_mb
from journeys import LIMITED, OPERATIONS, Town

# Those who ask at once: of one page by itself, and of everything together.
ALONE, TOGETHER = 4, 16
# Of one page a turn: so long, or so many.
A_TURN, ENOUGH = 2.0, 400
# Managers who upload, since each may only so often.
MANAGERS = 24


class Place:
    """A municipality, its server and who is signed in."""

    def __init__(self, pejling, employees, folder):
        self.employees = employees
        begun = time.monotonic()
        subprocess.run([pejling, "demo", "--employees", str(employees), "--seed", "7", "--data", folder], check=True, stdout=subprocess.DEVNULL)
        self.made_in = time.monotonic() - begun
        self.file = Path(folder, "pejling.db")
        self.size = self.file.stat().st_size / 1e6
        query = "SELECT DISTINCT mail FROM leadership JOIN person ON person.organisation = leadership.organisation AND person.id = leadership.person WHERE mail IS NOT NULL"
        with sqlite3.connect(self.file) as connection:
            mails = [mail for (mail,) in connection.execute(query)]
        self.server = Server(pejling, folder)
        address = f"http://{self.server.at}"
        mails = random.Random(7).sample(mails, min(MANAGERS, len(mails)))
        link = lambda mail: subprocess.run([pejling, "link", "--data", folder, "--address", address, mail], capture_output=True, text=True, check=True).stdout
        self.links = [link(mail).strip().removeprefix(address) for mail in mails]
        self.town = Town(self.server.at)

    async def come_in(self):
        await self.town.come_in()
        await self.town.managers_come_in(self.links)


async def alone(place, name):
    """One operation by a few at once: milliseconds of each, and processor of each in milliseconds."""
    took, ends = [], time.monotonic() + A_TURN
    left = LIMITED.get(name, ENOUGH)

    async def hand():
        nonlocal left
        client = Client(place.server.at)
        while left > 0 and time.monotonic() < ends:
            left -= 1
            begun = time.monotonic()
            await OPERATIONS[name][2](place.town, client)
            took.append((time.monotonic() - begun) * 1000)
        await client.close()

    before = cpu_seconds(place.server.pid)
    await asyncio.gather(*(hand() for _ in range(ALONE)))
    return took, (cpu_seconds(place.server.pid) - before) * 1000, len(took)


async def together(place, seconds):
    """Everything in its shares, as fast as it goes."""
    took, ends = {name: [] for name in OPERATIONS}, time.monotonic() + seconds
    # What each person may only so often is left out when it would be refused.
    shares = [0 if name in LIMITED else share for name, (share, _, _) in OPERATIONS.items()]

    async def hand():
        client = Client(place.server.at)
        while time.monotonic() < ends:
            name = random.choices(list(OPERATIONS), shares)[0]
            begun = time.monotonic()
            await OPERATIONS[name][2](place.town, client)
            took[name].append((time.monotonic() - begun) * 1000)
        await client.close()

    before, driver = cpu_seconds(place.server.pid), sum(os.times()[:2])
    begun = time.monotonic()
    await asyncio.gather(*(hand() for _ in range(TOGETHER)))
    elapsed = time.monotonic() - begun
    return took, cpu_seconds(place.server.pid) - before, elapsed, sum(os.times()[:2]) - driver


def at(figures, share):
    return sorted(figures)[min(int(len(figures) * share), len(figures) - 1)] if figures else float("nan")


async def measure(places, turns, seconds):
    for place in places:
        await place.come_in()
    print("each by itself, four at once: processor ms, and p50 / p99 ms from asking to the last byte")
    print(f"  {'':36}" + "".join(f"{place.employees:>11} people      " for place in places) + ("ratio of processor" if len(places) > 1 else ""))
    for name in OPERATIONS:
        figures = [[] for _ in places]
        for place in places:
            await OPERATIONS[name][2](place.town, Client(place.server.at))
        for _ in range(turns):
            for place, column in zip(places, figures):
                column.append(await alone(place, name))
        cells, costs = [], []
        for column in figures:
            took = [one for turn in column for one in turn[0]]
            # In hundredths of a second: a page that costs little is told by all its turns together.
            costs.append(sum(turn[1] for turn in column) / sum(turn[2] for turn in column))
            cells.append(f"{costs[-1]:8.2f}  {at(took, 0.5):6.1f} / {at(took, 0.99):6.1f}  ")
        ratio = f"{costs[-1] / costs[0]:6.2f}" if len(places) > 1 and costs[0] else ""
        print(f"  {name:36}" + "".join(cells) + ratio, flush=True)
    print(f"everything in its shares, {TOGETHER} at once, {turns} turns of {seconds} s in turn")
    mixed = [[] for _ in places]
    for _ in range(turns):
        for place, column in zip(places, mixed):
            column.append(await together(place, seconds))
    costs = []
    for place, column in zip(places, mixed):
        counts = [sum(map(len, turn[0].values())) for turn in column]
        took = [one for turn in column for times in turn[0].values() for one in times]
        costs.append(sum(turn[1] for turn in column) * 1000 / sum(counts))
        rate = statistics.median(count / turn[2] for count, turn in zip(counts, column))
        driver = sum(turn[3] for turn in column) * 1000 / sum(counts)
        print(f"  {place.employees:>6} people: {costs[-1]:.2f} ms of processor each, {1000 / costs[-1]:.0f} requests/s a core; {rate:.0f} requests/s seen, p50 {at(took, 0.5):.1f} p99 {at(took, 0.99):.1f} ms; the driver used {driver:.2f} ms each")
    if len(places) > 1:
        print(f"  ratio {costs[-1] / costs[0]:.2f}")


def main(pejling, turns, seconds, sizes):
    print(f"machine: {machine()}")
    with tempfile.TemporaryDirectory(dir=os.environ.get("PEJLING_BENCH_DISK")) as folder:
        print(f"fsyncs/s of 4 096 bytes, before: {fsyncs_a_second(folder):.0f}")
        places = []
        for size in sizes:
            data = Path(folder, str(size))
            data.mkdir()
            places.append(Place(pejling, size, str(data)))
        try:
            for place in places:
                print(f"{place.employees} people: made in {place.made_in:.1f} s, {place.size:.0f} MB; served {place.server.started_in:.3f} s after the command")
            time.sleep(3)
            rest = [memory_mb(place.server.pid) for place in places]
            asyncio.run(measure(places, turns, seconds))
            for place, at_rest in zip(places, rest):
                print(f"{place.employees} people: memory {at_rest:.1f} MB at rest, {memory_mb(place.server.pid):.1f} MB after all this, {memory_mb(place.server.pid, 'VmHWM'):.1f} MB at its peak")
            print(f"fsyncs/s of 4 096 bytes, after: {fsyncs_a_second(folder):.0f}; load {os.getloadavg()[0]:.1f}")
        finally:
            for place in places:
                log = place.server.stop()
                if "panicked" in log or "ERROR" in log:
                    print(f"{place.employees} people: the log tells of trouble: {log[-2000:]}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), [int(size) for size in sys.argv[4:]])
