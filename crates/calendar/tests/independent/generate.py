#!/usr/bin/env python3
"""Asks other engines for the occurrences of cases.txt and of a few hundred rules drawn at random: writes expected.tsv and rules.tsv.

Needs the Python packages icalendar, recurring-ical-events and tzdata, libical 3 as a shared library (Debian: libical-dev), and node with
the package ical.js in the folder that NODE_PATH names. Versions that made the files: icalendar 7.3.2, recurring-ical-events 3.8.2,
python-dateutil 2.9.0, tzdata 2026.6, libical 3.0.16, ical.js 2.2.1. The tests read the two files and need none of this.
"""
import ctypes
import datetime as dt
import json
import os
import pathlib
import random
import signal
import subprocess
import tempfile

import icalendar
import recurring_ical_events
from dateutil import rrule

HERE = pathlib.Path(__file__).parent
UTC = dt.timezone.utc
LIBICAL_SECONDS = 20


def cases():
    """Name, window and text of each case."""
    for block in (HERE / "cases.txt").read_text().split("\n= ")[1:]:
        head, *lines = block.strip().split("\n")
        name, first, last = head.split(" ")
        components, events, whole = [], [[]], False
        for line in lines:
            if line == "--":
                events.append([])
                continue
            whole = whole or line == "BEGIN:VTIMEZONE"
            (components if whole else events[-1]).append(line)
            whole = whole and line != "END:VTIMEZONE"
        for event in events:
            components += ["BEGIN:VEVENT", f"UID:{name}", "DTSTAMP:20260101T000000Z", *event, "END:VEVENT"]
        yield name, first, last, calendar(components)


def calendar(lines):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", *lines, "END:VCALENDAR", ""])


def written(moment, days=False):
    """Days as dates, floating times without Z, everything else in UTC."""
    if days or not isinstance(moment, dt.datetime):
        return moment.strftime("%Y%m%d")
    if moment.tzinfo is None:
        return moment.strftime("%Y%m%dT%H%M%S")
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def of_recurring_ical_events(text, first, last):
    found = []
    for event in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(
        dt.datetime.fromisoformat(first).replace(tzinfo=UTC), dt.datetime.fromisoformat(last).replace(tzinfo=UTC)
    ):
        start = event["DTSTART"].dt
        end = event["DTEND"].dt if "DTEND" in event else start + event["DURATION"].dt if "DURATION" in event else start
        found.append(f"{written(start)}/{written(end)}")
    return found


class Time(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")]
    _fields_ += [("zone", ctypes.c_void_p)]


class Span(ctypes.Structure):
    _fields_ = [("start", ctypes.c_long), ("end", ctypes.c_long), ("is_busy", ctypes.c_int)]


LIBICAL = ctypes.CDLL("libical.so.3")
EACH = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Span), ctypes.c_void_p)


def function(name, gives, *takes):
    found = getattr(LIBICAL, name)
    found.restype, found.argtypes = gives, takes
    return found


PARSE = function("icalparser_parse_string", ctypes.c_void_p, ctypes.c_char_p)
FIRST = function("icalcomponent_get_first_component", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
NEXT = function("icalcomponent_get_next_component", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
PROPERTY = function("icalcomponent_get_first_property", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
OF_PROPERTY = function("icalproperty_get_datetime_with_component", Time, ctypes.c_void_p, ctypes.c_void_p)
START = function("icalcomponent_get_dtstart", Time, ctypes.c_void_p)
END = function("icalcomponent_get_dtend", Time, ctypes.c_void_p)
IN_ZONE = function("icaltime_as_timet_with_zone", ctypes.c_long, Time, ctypes.c_void_p)
FOREACH = function("icalcomponent_foreach_recurrence", None, ctypes.c_void_p, Time, Time, EACH, ctypes.c_void_p)
FROM_TEXT = function("icaltime_from_string", Time, ctypes.c_char_p)
KIND = function("icalcomponent_string_to_kind", ctypes.c_int, ctypes.c_char_p)
PROPERTY_KIND = function("icalproperty_string_to_kind", ctypes.c_int, ctypes.c_char_p)
UTC_ZONE = function("icaltimezone_get_utc_timezone", ctypes.c_void_p)


def of_libical(text, first, last):
    whole = PARSE(text.encode())
    window = [FROM_TEXT(day.replace("-", "").encode()) for day in (first, last)]
    low, high = (int(dt.datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) for day in (first, last))
    for day in window:
        day.zone, day.is_date = UTC_ZONE(), 0
    events, event = [], FIRST(whole, KIND(b"VEVENT"))
    while event:
        events.append(event)
        event = NEXT(whole, KIND(b"VEVENT"))

    def instant(time):
        return IN_ZONE(time, time.zone or UTC_ZONE())

    def shape(time):
        def write(seconds):
            moment = dt.datetime.fromtimestamp(seconds, UTC)
            return written(moment if time.zone else moment.replace(tzinfo=None), bool(time.is_date))
        return write

    found, replaced = [], set()
    for event in events:
        identifier = PROPERTY(event, PROPERTY_KIND(b"RECURRENCE-ID"))
        if identifier:
            replaced.add(instant(OF_PROPERTY(identifier, event)))
            start, end, write = START(event), END(event), shape(START(event))
            if low <= instant(start) < high:
                found.append(f"{write(instant(start))}/{write(instant(end))}")
    for event in events:
        if PROPERTY(event, PROPERTY_KIND(b"RECURRENCE-ID")):
            continue
        write = shape(START(event))

        def each(_, span, __):
            start, end = span.contents.start, span.contents.end
            if low <= start < high and start not in replaced:
                found.append(f"{write(start)}/{write(end)}")

        FOREACH(event, *window, EACH(each), None)
    return found


def of_libical_alone(*question):
    """libical in a process of its own: some rules make it crash, and some keep it busy for ever. Then `None`."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            # A handler in Python would wait for libical to return.
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(LIBICAL_SECONDS)
            with os.fdopen(writer, "w") as out:
                out.write(json.dumps(of_libical(*question)))
            os._exit(0)
        finally:
            # Whatever went wrong, the child must not go on with its parent's work.
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader) as answer:
        text = answer.read()
    return json.loads(text) if os.waitpid(child, 0)[1] == 0 else None


def of_icaljs(texts):
    """All at once: `texts` are (name, text, first, last)."""
    with tempfile.TemporaryDirectory() as folder:
        question = pathlib.Path(folder) / "cases.json"
        question.write_text(json.dumps(texts))
        answer = subprocess.run(["node", HERE / "icaljs.cjs", question], capture_output=True, text=True, check=True)
    return {name: found for name, found in json.loads(answer.stdout)}


def with_zones(text):
    """The same calendar with a VTIMEZONE for each zone: libical knows only those in the file."""
    whole = icalendar.Calendar.from_ical(text)
    whole.add_missing_timezones(dt.date(1949, 1, 1), dt.date(2040, 1, 1))
    return whole.to_ical().decode()


def write_cases():
    all_cases = [(name, first, last, text, with_zones(text)) for name, first, last, text in cases()]
    icaljs = of_icaljs([(name, text, first, last) for name, first, last, text, _ in all_cases if "RANGE=" in text])
    with open(HERE / "expected.tsv", "w", encoding="utf-8") as out:
        for name, first, last, text, zoned in all_cases:
            print(name)
            answers = {"recurring-ical-events": of_recurring_ical_events(text, first, last)}
            if "RANGE=" not in text:  # libical does not know it
                answers["libical"] = of_libical_alone(zoned, first, last)
            elif "TZID=" not in text:  # ical.js loses summer time in zones of many dates
                answers["ical.js"] = icaljs[name]
            low, high = first.replace("-", ""), last.replace("-", "")
            for engine, found in answers.items():
                if found is None:
                    print(f"{engine} gives no answer to {name}")
                    continue
                found = sorted(one for one in found if low <= one < high)
                out.write("\t".join([name, engine, " ".join(found)]) + "\n")


# Rules drawn at random: floating times, so that only the rule is asked.

FIRST_DAY, LAST_DAY = dt.datetime(2020, 1, 1), dt.datetime(2060, 1, 1)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def drawn(chance):
    """A rule that RFC 5545 allows (the table under 3.3.10)."""
    def some(of, most):
        return ",".join(str(one) for one in sorted(chance.sample(list(of), chance.randint(1, most))))

    def perhaps(likely):
        return chance.random() < likely

    freq = chance.choice(["YEARLY"] * 5 + ["MONTHLY"] * 4 + ["WEEKLY"] * 3 + ["DAILY"] * 2 + ["HOURLY", "MINUTELY", "SECONDLY"])
    parts = [f"FREQ={freq}"]
    if perhaps(0.5):
        parts.append(f"INTERVAL={chance.randint(2, 5) if freq != 'SECONDLY' else chance.randint(2, 5000)}")
    weeks = freq == "YEARLY" and perhaps(0.35)
    if perhaps(0.35):
        parts.append("BYMONTH=" + some(range(1, 13), 4))
    if weeks:
        parts.append("BYWEEKNO=" + some([*range(1, 54), -1, -2, -20], 4))
    if freq in ("YEARLY", "HOURLY", "MINUTELY", "SECONDLY") and not weeks and perhaps(0.2):
        parts.append("BYYEARDAY=" + some([*range(1, 367), -1, -100, -366], 5))
    elif freq != "WEEKLY" and not weeks and perhaps(0.35):
        parts.append("BYMONTHDAY=" + some([*range(1, 32), -1, -2, -31], 5))
    if perhaps(0.55):
        plain = [*DAYS]
        if freq in ("YEARLY", "MONTHLY") and not weeks and perhaps(0.5):
            most = 5 if freq == "MONTHLY" or any("BYMONTH=" in part for part in parts) else 53
            plain = [f"{number}{day}" for day in DAYS for number in [*range(1, most + 1), -1, -2, -most]]
        parts.append("BYDAY=" + some(plain, 4))
    if freq != "SECONDLY" and perhaps(0.2):
        parts.append("BYHOUR=" + some(range(24), 3))
    if freq != "SECONDLY" and perhaps(0.2):
        parts.append("BYMINUTE=" + some(range(0, 60, 5), 3))
    if any(part.startswith("BY") for part in parts) and freq not in ("SECONDLY", "MINUTELY") and perhaps(0.35):
        parts.append("BYSETPOS=" + some([1, 2, 3, -1, -2], 2))
    if perhaps(0.25):
        parts.append("WKST=" + chance.choice(DAYS))
    if perhaps(0.3):
        parts.append(f"COUNT={chance.randint(2, 12)}")
    return ";".join(parts)


def middle(start, rule):
    """Where a second look begins, some periods after the start."""
    days = 1 if "SECONDLY" in rule or "MINUTELY" in rule else 40 if "HOURLY" in rule else 7 * 365
    return (start + dt.timedelta(days=days)).replace(hour=0, minute=0, second=0)


def looks(found, later):
    """What the tests compare: the first twelve, and six from the later day on."""
    later = later.strftime("%Y%m%dT%H%M%S")
    return " ".join(found[:12]), " ".join([one for one in found if one >= later][:6])


def of_dateutil(start, rule, later):
    found, late = [], 0
    for moment in rrule.rrulestr(rule, dtstart=start):
        late += moment >= later
        if moment >= LAST_DAY or late > 6 and len(found) >= 12 or len(found) >= 9_000:
            break
        found.append(moment)
    return found


def synchronized(rule, unset, loose):
    for start in rrule.rrulestr(unset, dtstart=loose).xafter(loose, count=40, inc=True):
        if start.year >= 2026:
            return None
        if next(iter(rrule.rrulestr(rule, dtstart=start)), None) == start:
            later = middle(start, rule)
            found = of_dateutil(start, rule, later)
            return (start, rule, later, found) if 2 <= len(found) < 9_000 else None
    return None


def too_slow(*_):
    raise TimeoutError


def write_rules(wanted, seed):
    chance = random.Random(seed)
    rows = []
    while len(rows) < wanted:
        rule = drawn(chance)
        # The rule must give its own start: the rest is undefined by 3.8.5.3.
        loose = FIRST_DAY + dt.timedelta(days=chance.randint(0, 700), hours=chance.randint(7, 17), minutes=chance.choice([0, 15, 30]))
        unset = ";".join(part for part in rule.split(";") if not part.startswith(("BYSETPOS", "COUNT")))
        signal.alarm(2)
        try:
            row = synchronized(rule, unset, loose)
        except TimeoutError:
            continue
        finally:
            signal.alarm(0)
        if row:
            rows.append(row)
    texts = []
    for start, rule, later, found in rows:
        text = calendar(["BEGIN:VEVENT", "UID:a", f"DTSTART:{start:%Y%m%dT%H%M%S}", f"RRULE:{rule}", "END:VEVENT"])
        texts.append((text, "2020-01-01", f"{found[-1] + dt.timedelta(days=1):%Y-%m-%d}"))
    with open(HERE / "rules.tsv", "w", encoding="utf-8") as out:
        for (start, rule, later, found), (text, first, last) in zip(rows, texts):
            before = last.replace("-", "")
            known = {looks([f"{one:%Y%m%dT%H%M%S}" for one in found], later): ["dateutil"]}
            libical = of_libical_alone(text, first, last)
            if libical is not None:
                libical = sorted(one.split("/")[0] for one in libical if one < before)
                known.setdefault(looks(libical, later), []).append("libical")
            for those, engines in known.items():
                row = [f"{start:%Y%m%dT%H%M%S}", rule, f"{later:%Y-%m-%d}", last, "+".join(engines), *those]
                out.write("\t".join(row) + "\n")


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, too_slow)  # dateutil looks through 7 000 years for a rule that never matches
    write_cases()
    write_rules(400, 20260301)
