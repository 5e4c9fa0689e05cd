//! A calendar with a mark in everything that somebody could have written.

use std::cell::Cell;
use std::fmt::Write;

use jiff::{Span, Zoned};

/// What every mark begins with: it exists nowhere else, and has letters that encodings write differently.
pub(crate) const STEM: &str = "Sörgsqxvintergäckzk";

/// Words that begin with [`STEM`], each for one thing.
#[derive(Default)]
pub(crate) struct Marks(Cell<usize>);

impl Marks {
    /// A new mark.
    pub(crate) fn new_one(&self, about: &str) -> String {
        self.0.set(self.0.get() + 1);
        format!("{STEM}{about}")
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.get()
    }
}

/// What stands in [`marked`] and is shown to whoever gives the calendar.
pub(crate) struct Shown {
    pub(crate) weekly: String,
    pub(crate) moved: String,
}

/// A weekly meeting of the last ten weeks with an override, and events broken in every way, all of them marked.
pub(crate) fn marked(marks: &Marks) -> (Vec<u8>, Shown) {
    let mark = |about: &str| marks.new_one(about);
    let now = Zoned::now();
    let first = now.date().saturating_sub(Span::new().days(70));
    let day = |days: i64| first.saturating_add(Span::new().days(days)).strftime("%Y%m%d").to_string();
    let (start, fourth) = (day(0), day(21));
    let shown = Shown { weekly: mark("Title"), moved: mark("MovedTitle") };
    let zone = mark("OwnZone");
    let mut text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//{}//EN\r\nX-WR-CALNAME:{}\r\nX-WR-CALDESC:{}\r\n\
         BEGIN:VTIMEZONE\r\nTZID:{zone}\r\nTZURL:http://{}.example\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
         TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nTZNAME:{}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
        mark("Product"),
        mark("CalendarName"),
        mark("CalendarAbout"),
        mark("ZoneUrl"),
        mark("ZoneName"),
    );
    let mut all_fields = String::new();
    for name in [
        "LOCATION",
        "DESCRIPTION",
        "COMMENT",
        "CONTACT",
        "CATEGORIES",
        "RESOURCES",
        "URL",
        "GEO",
        "RELATED-TO",
    ] {
        let _ = write!(all_fields, "{name}:{}\r\n", mark(&name.replace('-', "")));
    }
    for (about, line) in [
        ("OrganizerName", "ORGANIZER;CN=MARK:mailto:chef@ekbacka.example"),
        ("OrganizerMail", "ORGANIZER:mailto:MARK@ekbacka.example"),
        ("AttendeeName", "ATTENDEE;CN=\"MARK\";PARTSTAT=ACCEPTED:mailto:kim@ekbacka.example"),
        ("AttendeeMail", "ATTENDEE;PARTSTAT=DECLINED:mailto:MARK@ekbacka.example"),
        ("AttendeeRoom", "ATTENDEE;CUTYPE=ROOM;X-ROOM=MARK:mailto:room@ekbacka.example"),
        ("AltText", "X-ALT-DESC;FMTTYPE=text/html:<p>MARK</p>"),
        ("OwnField", "X-MICROSOFT-MARK:MARK"),
        ("Meeting", "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://meet.example/MARK"),
        ("Attached", "ATTACH;FILENAME=MARK;VALUE=URI:https://files.example/MARK.pdf"),
        ("Class", "CLASS:MARK"),
        ("Status", "STATUS:MARK"),
        ("Folded", "DESCRIPTION:MA\r\n RK and folded"),
    ] {
        let line = line.replace("MA\r\n RK", "MARK");
        let _ = write!(all_fields, "{}\r\n", line.replace("MARK", &mark(about)));
    }
    let mut event = |about: &str, title: &str, lines: &str| {
        let uid = mark(&format!("Uid{about}"));
        let _ = write!(text, "BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{title}\r\n{lines}END:VEVENT\r\n");
        uid
    };
    let hour = |day: &str| format!("DTSTART:{day}T090000Z\r\nDTEND:{day}T100000Z\r\n");
    let weekly = event(
        "Weekly",
        &shown.weekly,
        &format!(
            "{}RRULE:FREQ=WEEKLY;COUNT=12\r\n{all_fields}BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:{}\r\nEND:VALARM\r\n",
            hour(&start),
            mark("Alarm")
        ),
    );
    let broken: [(&str, String); 10] = [
        ("BadStart", format!("DTSTART:{}\r\n", mark("StartValue"))),
        ("NoStart", format!("LOCATION:{}\r\n", mark("StartlessPlace"))),
        ("BadEnd", format!("DTSTART:{start}T090000Z\r\nDTEND:{}\r\n", mark("EndValue"))),
        ("BadLength", format!("DTSTART:{start}T090000Z\r\nDURATION:{}\r\n", mark("LengthValue"))),
        ("BadRule", format!("{}RRULE:FREQ={}\r\n", hour(&start), mark("RuleValue"))),
        ("BadDate", format!("{}RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:{}\r\n", hour(&start), mark("DateValue"))),
        ("BadId", format!("{}RECURRENCE-ID:{}\r\n", hour(&start), mark("IdValue"))),
        (
            "StrangeZone",
            format!(
                "DTSTART;TZID={0}:{start}T110000\r\nDTEND;TZID={0}:{start}T120000\r\n",
                mark("StrangeZone")
            ),
        ),
        ("OwnZone", format!("DTSTART;TZID={zone}:{fourth}T130000\r\nDTEND;TZID={zone}:{fourth}T140000\r\n")),
        ("NoLine", format!("{}{} has no colon\r\n", hour(&start), mark("ColonlessLine"))),
    ];
    for (about, lines) in broken {
        event(about, &mark(&format!("Title{about}")), &lines);
    }
    let lines = format!(
        "RECURRENCE-ID:{fourth}T090000Z\r\nDTSTART:{fourth}T150000Z\r\nDTEND:{fourth}T170000Z\r\n\
         LOCATION:{}\r\nATTENDEE;CN={}:mailto:kim@ekbacka.example\r\n",
        mark("MovedPlace"),
        mark("MovedAttendee")
    );
    let _ = write!(text, "BEGIN:VEVENT\r\nUID:{weekly}\r\nSUMMARY:{}\r\n{lines}END:VEVENT\r\n", shown.moved);
    let _ = write!(text, "BEGIN:VTODO\r\nSUMMARY:{}\r\nEND:VTODO\r\n", mark("Todo"));
    let _ = write!(
        text,
        "BEGIN:VEVENT\r\nSUMMARY:{}\r\nEND:VCALENDAR\r\n{}\r\n",
        mark("Unclosed"),
        mark("After")
    );
    (text.into_bytes(), shown)
}
