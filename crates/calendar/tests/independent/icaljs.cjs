// Expands the cases of generate.py with ical.js. Reads [[name, text, from, to], ...], writes [[name, ["start/end", ...]], ...].
const { readFileSync } = require("node:fs");
const ICAL = require("ical.js").default ?? require("ical.js");

/** Days as dates, floating times without Z, everything else in UTC. */
function written(time) {
  const utc = time.isDate || time.zone === ICAL.Timezone.localTimezone ? time : time.convertToZone(ICAL.Timezone.utcTimezone);
  return utc.toICALString();
}

function expand(text, last) {
  ICAL.TimezoneService.reset();
  const whole = new ICAL.Component(ICAL.parse(text));
  for (const zone of whole.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const end = ICAL.Time.fromDateString(last);
  const found = [];
  const events = whole.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const changes = events.filter((event) => event.isRecurrenceException());
  for (const event of events.filter((event) => !event.isRecurrenceException())) {
    for (const change of changes) event.relateException(change);
    if (!event.isRecurring()) {
      found.push(`${written(event.startDate)}/${written(event.endDate)}`);
      continue;
    }
    // A change may bring in an occurrence from after the window: a year more is looked through.
    const stop = end.clone();
    stop.day += 366;
    const steps = event.iterator();
    for (let next = steps.next(), n = 0; next && next.compare(stop) < 0 && n < 50000; next = steps.next(), n++) {
      const one = event.getOccurrenceDetails(next);
      found.push(`${written(one.startDate)}/${written(one.endDate)}`);
    }
  }
  return found;
}

const answers = JSON.parse(readFileSync(process.argv[2], "utf8")).map(([name, text, , to]) => {
  try {
    return [name, expand(text, to)];
  } catch (error) {
    process.stderr.write(`${name}: ${error.message}\n`);
    return [name, ["refused"]];
  }
});
process.stdout.write(JSON.stringify(answers));
