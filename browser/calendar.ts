// A manager's last twelve weeks as a calendar file, so that a journey always has a week that was just lived.

type Meeting = { title: string; day: number; from: string; to: string; people?: number; every?: number };

const meetings: Meeting[] = [
  { title: "Ledningsgrupp", day: 0, from: "0900", to: "1130", people: 11 },
  { title: "Medarbetarsamtal", day: 1, from: "1000", to: "1100", people: 1 },
  { title: "Uppföljning budget", day: 1, from: "1300", to: "1430", people: 4 },
  { title: "Arbetsplatsträff", day: 2, from: "0830", to: "1000", people: 24, every: 2 },
  { title: "Schema & semester", day: 2, from: "1300", to: "1500" },
  { title: "Avstämning med Åsa", day: 3, from: "0900", to: "0930", people: 1 },
  { title: "Samverkansgrupp", day: 3, from: "0915", to: "1045", people: 9 },
  { title: "Nattbemanning", day: 3, from: "1800", to: "1930", people: 3 },
  { title: "Coachning nya gruppledare", day: 4, from: "0900", to: "1000", people: 3 },
  { title: "Blåbärspaj", day: 4, from: "1330", to: "1430", people: 5 },
];

// More series than a review shows at once. In small letters: capitals would be taken for somebody's name.
["alm", "asp", "björk", "bok", "ek", "gran", "hassel", "lönn"].forEach((tree, number) => {
  meetings.push({ title: `Projekt ${tree}`, day: number % 5, from: "1500", to: "1525", people: 3 });
});

// What the clock shows in the demo's municipality, whatever this machine's own zone is.
const thereNow = () => new Date(new Date().toLocaleString("en-US", { timeZone: "Europe/Stockholm" }));

// The Monday of the last week that is done: from Saturday on it is this week's.
export function lastMonday(now = thereNow()): Date {
  const day = (now.getDay() + 6) % 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - day - (day >= 5 ? 0 : 7));
}

const stamp = (date: Date) => `${date.getFullYear()}${String(date.getMonth() + 1).padStart(2, "0")}${String(date.getDate()).padStart(2, "0")}`;

function event(meeting: Meeting, uid: number): string {
  const first = lastMonday();
  first.setDate(first.getDate() - 77 + meeting.day);
  const every = meeting.every ?? 1;
  const people = Array.from({ length: meeting.people ? meeting.people + 1 : 0 }, (_, n) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:kollega${n}@example.org`);
  return [
    "BEGIN:VEVENT", `UID:${uid}@browser`, `SUMMARY:${meeting.title}`,
    `DTSTART;TZID=Europe/Stockholm:${stamp(first)}T${meeting.from}00`, `DTEND;TZID=Europe/Stockholm:${stamp(first)}T${meeting.to}00`,
    `RRULE:FREQ=WEEKLY;INTERVAL=${every};COUNT=${Math.ceil(12 / every)}`, ...people, "END:VEVENT",
  ].join("\r\n");
}

// What an input for a file is given; with an event that cannot be read, so that a review has something to say.
export function calendarFile() {
  const broken = "BEGIN:VEVENT\r\nUID:broken\r\nSUMMARY:Trasig\r\nDTSTART:i morgon\r\nEND:VEVENT";
  const text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//browser//EN", ...meetings.map(event), broken, "END:VCALENDAR", ""].join("\r\n");
  return { name: "kalender.ics", mimeType: "text/calendar", buffer: Buffer.from(text) };
}
