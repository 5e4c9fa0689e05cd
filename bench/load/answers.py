"""What a hundred thousand answers in an open box change: the same asked of a box without them and of one with them, in turn. answers.py PEJLING"""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from client import Client, Server, cpu_seconds, fsyncs_a_second, machine
from journeys import OPERATIONS, Town

ANSWERS, TURNS, EACH = 100_000, 4, 300
ASKED = ["ballot: cast", "ballot: page", "ballot: questions", "employee: today", "HR: rounds", "HR: one round"]
OPEN = "SELECT k.organisation, k.round, k.place FROM key_group k JOIN opening o ON o.round = k.round LEFT JOIN closing c ON c.round = k.round WHERE c.round IS NULL LIMIT 1"


def fill(file):
    """Rows as long as sealed ballots of three questions; they cannot be opened, so this round is not to be closed."""
    with sqlite3.connect(file) as connection:
        place = connection.execute(OPEN).fetchone()
        rows = ((*place, os.urandom(32), os.urandom(75)) for _ in range(ANSWERS))
        connection.executemany("INSERT INTO arrival (organisation, round, place, name, sealed) VALUES (?, ?, ?, ?, ?)", rows)


async def measure(servers):
    towns = [Town(server.at) for server in servers]
    for town in towns:
        await town.come_in()
    for name in ASKED:
        used, took = [0, 0], [[], []]
        for _ in range(TURNS):
            for number, (server, town) in enumerate(zip(servers, towns)):
                client, before = Client(server.at), cpu_seconds(server.pid)
                for _ in range(EACH):
                    begun = time.perf_counter()
                    await OPERATIONS[name][2](town, client)
                    took[number].append((time.perf_counter() - begun) * 1000)
                used[number] += cpu_seconds(server.pid) - before
                await client.close()
        cost = [one * 1000 / TURNS / EACH for one in used]
        p50 = [sorted(one)[len(one) // 2] for one in took]
        print(f"  {name:20} {cost[0]:.3f} and {cost[1]:.3f} ms of processor, {cost[1] / cost[0]:.2f}; p50 {p50[0]:.2f} and {p50[1]:.2f} ms, {p50[1] / p50[0]:.2f}")


def main(pejling):
    print(f"machine: {machine()}")
    with tempfile.TemporaryDirectory(dir=os.environ.get("PEJLING_BENCH_DISK")) as folder:
        empty, full = Path(folder, "empty"), Path(folder, "full")
        empty.mkdir()
        subprocess.run([pejling, "demo", "--employees", "1000", "--seed", "7", "--data", empty], check=True, stdout=subprocess.DEVNULL)
        shutil.copytree(empty, full)
        fill(full / "pejling.db")
        print(f"fsyncs/s of 4 096 bytes: {fsyncs_a_second(folder):.0f}; at 0 and at {ANSWERS} answers, one after the other:")
        servers = [Server(pejling, str(data)) for data in (empty, full)]
        try:
            asyncio.run(measure(servers))
        finally:
            for server in servers:
                server.stop()


if __name__ == "__main__":
    main(sys.argv[1])
