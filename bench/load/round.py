"""HR plans a round of HME's nine questions over everybody, in a served demo; the links of the invitations are read from the database."""

import asyncio
import datetime
import re
import sqlite3
import subprocess
from urllib.parse import urlencode

from client import Client


async def plan(at):
    """The round's number."""
    client = Client(at)
    answer = await client.ask("POST", "/demo/hr")
    hr = {"cookie": answer.header("set-cookie").split(";")[0], "accept-language": "en"}
    page = (await client.ask("GET", "/rounds/new", hr)).text()
    whole = re.search(r'<option value="(\d+)"', page)[1]
    codes = re.findall(r'value="(hme\.\d)"', page)
    assert len(codes) == 9, codes
    today = datetime.date.today()
    week = datetime.timedelta(days=7)
    said = [("name", "Nine"), ("unit", whole), ("reach", "subtree"), ("opens", today), ("closes", today + week), ("language", "sv"), ("k", 6)]
    said += [("times", 1), ("weeks", 13), ("consulted", today - week), ("sure", "yes"), *(("question", code) for code in codes)]
    headers = {**hr, "content-type": "application/x-www-form-urlencoded"}
    answer = await client.ask("POST", "/rounds", headers, urlencode(said).encode())
    if answer.status != 303:
        raise SystemExit(f"the round was not planned: {answer.status}")
    await client.close()
    return int(answer.header("location").split("/")[2].partition("?")[0])


def bodies(database):
    """The letters that were written, from a file of SQLite or a postgres:// address."""
    query = "SELECT body FROM letter WHERE body LIKE '%/b/%#%'"
    if str(database).startswith("postgres://"):
        return subprocess.run(["psql", "-At", str(database), "-c", query], capture_output=True, text=True, check=True).stdout
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        return "\n".join(body for (body,) in connection.execute(query))


async def invitations(database, round_, patience=600):
    """The passes of all who were invited; they are written at once, when all keys are made and the round is open."""
    before = 0
    for _ in range(patience):
        passes = re.findall(rf"/b/{round_}#([A-Za-z0-9_-]{{43}})", bodies(database))
        if passes and len(passes) == before:
            return list(dict.fromkeys(passes))
        before = len(passes)
        await asyncio.sleep(1)
    raise SystemExit("nobody was invited")
