"""What people do with the product, page by page, each as the one who does it; `Town` signs in and finds the addresses."""

import json
import random
import re
from urllib.parse import urlencode

import ballot
from client import Client, form, upload

ENGLISH = {"accept-language": "en", "accept-encoding": "gzip, br"}
ROLES = ["manager", "principal", "employee", "hr", "top-manager"]
NAMES = ["an", "berg", "eri", "lind", "ka", "sson", "mar", "holm"]

# A week of a manager's calendar with so many bookings is uploaded, and a staff list of so many rows looked at.
BOOKINGS = 60
ROWS = 200


class Wrong(Exception):
    """An answer that is not what whoever asked had come for."""


class TooOften(Wrong):
    """What a person may do only so often, and has done."""


def calendar():
    """Some weeks of a manager's bookings, as a calendar program writes them."""
    titles = ["Ledningsgrupp", "Samtal", "Budget", "Avstämning", "Lunch", "Rundvandring", "Möte med facket", "Rapport"]
    events = []
    for number in range(BOOKINGS):
        day, hour = 2 + number % 26, 8 + number * 3 % 8
        events.append(
            f"BEGIN:VEVENT\r\nUID:{number}@bench.example\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:202611{day:02}T{hour:02}0000Z\r\n"
            f"DTEND:202611{day:02}T{hour + 1:02}0000Z\r\nSUMMARY:{titles[number % len(titles)]} {number % 11}\r\nEND:VEVENT\r\n"
        )
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


def staff_list():
    rows = ["Anställningsnummer;Namn;Enhet;E-post"]
    rows += [f"b{number};Bertil Berg {number};Enhet {number % 7};b{number}@bench.example" for number in range(ROWS)]
    return "\n".join(rows).encode()


class Town:
    """A served demo: who is signed in, and where things are."""

    def __init__(self, at):
        self.at, self.who, self.paths, self.managers = at, {}, {}, []

    async def come_in(self):
        client = Client(self.at)
        for role in ROLES:
            answer = await client.ask("POST", f"/demo/{role}")
            if answer.status != 303:
                raise Wrong(f"signing in as {role}: {answer.status}")
            self.who[role] = {"cookie": answer.header("set-cookie").split(";")[0], "accept-language": "en"}

        async def page(role, path):
            answer = await client.ask("GET", path, self.who[role])
            if answer.status != 200:
                raise Wrong(f"{role} at {path}: {answer.status}")
            return answer.text()

        def first(pattern, text):
            found = re.search(pattern, text)
            if not found:
                raise Wrong(f"no {pattern}")
            return found[1]

        self.paths["step"] = first(r'href="(/steps/\d+)"', await page("manager", "/steps"))
        self.paths["own results"] = first(r'href="(/results/\d+/\d+)"', await page("employee", "/results"))
        whole = first(r'href="(/results/\d+)/\d+"', await page("top-manager", "/results"))
        self.paths["results of all"], self.paths["tree"] = whole + "/0", whole + "/units"
        self.paths["round"] = first(r'(?s)Finished.*?href="(/rounds/\d+)"', await page("hr", "/rounds"))
        self.paths["person"] = first(r'href="(/people/\d+)"', await page("hr", "/people"))
        offer = first(r'action="(/rounds/\d+/ballot)"', await page("employee", "/"))
        link = (await client.ask("POST", offer, self.who["employee"])).header("location")
        self.round = int(first(r"/b/(\d+)#", link))
        self.passed = link.split("#")[1][:43]
        self.box = f"/b/{self.round}"
        booth = (await client.ask("GET", self.box, ENGLISH)).text()
        self.assets = re.findall(r'(?:href|src)="(/assets/[^"]+)"', booth)
        said = await self.json(client, "POST", f"{self.box}/mine", {"pass": self.passed})
        asked = await self.json(client, "GET", f"{self.box}/questions")
        # How many answers each question can be given, in order.
        self.marks = [len(asked["scales"][question["scale"]]["sv"]) for question in asked["questions"] if question["sort"] == "scale"]
        group = said["groups"][0]
        self.ballot = ballot.Ballot(ballot.key_of(group["line"]), self.round, group["group"])
        self.ballot.finish((await self.draw(client))["signature"])
        await client.close()

    async def managers_come_in(self, links):
        """Some more managers, each by a link of theirs."""
        client = Client(self.at)
        self.managers = []
        for link in links:
            answer = await client.ask("POST", link)
            if answer.status != 303:
                raise Wrong(f"signing in by a link: {answer.status}")
            self.managers.append({"cookie": answer.header("set-cookie").split(";")[0], "accept-language": "en"})
        await client.close()

    async def upload(self, client):
        """The next manager uploads a calendar: each may only so often."""
        self.who["next"] = self.managers[0] if self.managers else self.who["principal"]
        self.managers = self.managers[1:] + self.managers[:1]
        await self.send(client, "next", "/import", upload("calendar", "a.ics", CALENDAR), (200,))

    async def json(self, client, method, path, said=None):
        body = json.dumps(said).encode() if said is not None else b""
        answer = await client.ask(method, path, {"content-type": "application/json"}, body)
        if answer.status != 200:
            raise Wrong(f"{method} {path}: {answer.status} {answer.text()[:100]}")
        return json.loads(answer.body)

    async def draw(self, client):
        said = {"pass": self.passed, "group": self.ballot.group, "blinded": self.ballot.blinded}
        return await self.json(client, "POST", f"{self.box}/draw", said)

    async def look(self, client, role, path):
        headers = {**ENGLISH, **self.who[role]} if role else ENGLISH
        answer = await client.ask("GET", path, headers)
        if answer.status != 200:
            raise Wrong(f"{path}: {answer.status}")

    async def send(self, client, role, path, content, statuses):
        headers, body = content
        answer = await client.ask("POST", path, {**self.who[role], **headers}, body)
        if answer.status == 429:
            raise TooOften(path)
        if answer.status not in statuses:
            raise Wrong(f"POST {path}: {answer.status} {answer.text()[:300]}")

    async def cast(self, client):
        marks = "".join(str(random.randint(1, most)) for most in self.marks)
        answer = await client.ask("PUT", self.ballot.path(self.round), {"content-type": "application/json"}, self.ballot.body(marks))
        if answer.status != 204:
            raise Wrong(f"cast: {answer.status} {answer.text()[:100]}")


CALENDAR, LIST = calendar(), staff_list()

# name: (share of a thousand, whether it changes something, what is done)
OPERATIONS = {
    "manager: today": (110, False, lambda t, c: t.look(c, "manager", "/")),
    "manager: week": (80, False, lambda t, c: t.look(c, "manager", "/week")),
    "manager: step": (50, False, lambda t, c: t.look(c, "manager", t.paths["step"])),
    "manager: check-in": (40, True, lambda t, c: t.send(c, "manager", t.paths["step"] + "/check-ins", form(answer="done"), (303,))),
    "manager: upload of a calendar": (20, True, lambda t, c: t.upload(c)),
    "employee: today": (120, False, lambda t, c: t.look(c, "employee", "/")),
    "employee: results of the own unit": (90, False, lambda t, c: t.look(c, "employee", t.paths["own results"])),
    "HR: rounds": (25, False, lambda t, c: t.look(c, "hr", "/rounds")),
    "HR: one round": (20, False, lambda t, c: t.look(c, "hr", t.paths["round"])),
    "HR: people, searched": (40, False, lambda t, c: t.look(c, "hr", "/people?" + urlencode({"q": random.choice(NAMES)}))),
    "HR: one person": (20, False, lambda t, c: t.look(c, "hr", t.paths["person"])),
    "HR: staff list, looked at": (5, True, lambda t, c: t.send(c, "hr", "/staff-lists", upload("list", "l.csv", LIST), (303,))),
    "top manager: results of all": (30, False, lambda t, c: t.look(c, "top-manager", t.paths["results of all"])),
    "top manager: tree": (20, False, lambda t, c: t.look(c, "top-manager", t.paths["tree"])),
    "ballot: page": (120, False, lambda t, c: t.look(c, None, t.box)),
    "ballot: questions": (70, False, lambda t, c: t.json(c, "GET", t.box + "/questions")),
    "ballot: whose": (40, False, lambda t, c: t.json(c, "POST", t.box + "/mine", {"pass": t.passed})),
    "ballot: drawn": (40, True, lambda t, c: t.draw(c)),
    "ballot: cast": (60, True, lambda t, c: t.cast(c)),
}
# How often in a turn, where a person may only so often.
LIMITED = {"manager: upload of a calendar": 40, "HR: staff list, looked at": 6}
assert sum(share for share, _, _ in OPERATIONS.values()) == 1000
