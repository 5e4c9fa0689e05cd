//! What stands in a manager's calendar: meetings that come back, and the kinds of single ones, for five sorts of work.

use crate::said::{Said, said};
use crate::sector::Sector;

/// What the time is for, as the one who made the calendar meant it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Leadership contribution: with those led, about the work and how it goes.
    Leading,
    /// Meetings that keep the organisation together.
    Coordination,
    /// Paper, systems, rotas, money.
    Administration,
    /// What cannot wait.
    Firefighting,
    /// Breaks.
    Recovery,
    /// Travel and private matters.
    Other,
}

/// Who is invited beside the manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// Nobody.
    Alone,
    /// One of the staff, named in the title.
    One,
    /// Some of the staff.
    Some(usize),
    /// The whole staff, or as many as a calendar can bear.
    Staff,
    /// The managers beside, called by the one above.
    Peers,
    /// The one above.
    Boss,
    /// Somebody from a supporting office: money or personnel.
    Support(Sector),
}

/// When a series comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rhythm {
    /// On these days (0 is Monday), every so many weeks.
    Weeks(&'static [i8], i64),
    /// On the so-manieth such day of each month.
    Month(i8, i8),
}

/// What becomes of the series that a manager with a step chooses away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// It goes.
    Gone,
    /// It becomes so many minutes long.
    Shorter(i64),
}

/// A meeting that comes back.
pub(crate) struct Series {
    pub(crate) title: Said,
    pub(crate) kind: Kind,
    pub(crate) rhythm: Rhythm,
    /// Minutes after midnight.
    pub(crate) start: i64,
    pub(crate) minutes: i64,
    pub(crate) who: Who,
    /// Set on the one series of the table that can be chosen away.
    pub(crate) cut: Option<Cut>,
}

/// Where in the day a single entry lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Window {
    /// Within working hours.
    Day,
    /// Before the start or after the end of the day.
    Outside,
    /// Around noon.
    Noon,
}

/// A sort of single entry.
pub(crate) struct Single {
    pub(crate) title: Said,
    pub(crate) kind: Kind,
    /// How often it is drawn, against the others of its table.
    pub(crate) weight: usize,
    /// Shortest and longest, in quarters of an hour.
    pub(crate) quarters: (i64, i64),
    pub(crate) who: Who,
    pub(crate) window: Window,
    pub(crate) private: bool,
}

/// The tables of one sort of work.
pub(crate) struct Work {
    pub(crate) series: &'static [Series],
    pub(crate) leading: &'static [Single],
    pub(crate) rest: &'static [Single],
    /// Booked minutes of a usual week, by a contract of 40 hours.
    pub(crate) booked: i64,
    /// Percent of them that lead, lowest and highest of a usual week before the step.
    pub(crate) leading_share: (i64, i64),
}

const fn at(hour: i64, minute: i64) -> i64 {
    hour * 60 + minute
}

const fn series(title: Said, kind: Kind, rhythm: Rhythm, start: i64, minutes: i64, who: Who) -> Series {
    Series { title, kind, rhythm, start, minutes, who, cut: None }
}

const fn single(title: Said, kind: Kind, weight: usize, quarters: (i64, i64), who: Who) -> Single {
    Single { title, kind, weight, quarters, who, window: Window::Day, private: false }
}

impl Series {
    const fn can_go(mut self, cut: Cut) -> Series {
        self.cut = Some(cut);
        self
    }
}

impl Single {
    const fn outside(mut self) -> Single {
        self.window = Window::Outside;
        self
    }

    const fn noon(mut self) -> Single {
        self.window = Window::Noon;
        self
    }

    const fn private(mut self) -> Single {
        self.private = true;
        self
    }
}

use Kind::{Administration, Coordination, Firefighting, Leading, Other, Recovery};
use Rhythm::{Month, Weeks};
use Who::{Alone, Boss, One, Peers, Staff, Support};

const EVERY_DAY: &[i8] = &[0, 1, 2, 3, 4];

static CARE: Work = Work {
    booked: 38 * 60,
    leading_share: (18, 28),
    series: &[
        series(
            said("Morgonavstämning bemanning", "Morgenmøde bemanding", "Morning staffing check-in"),
            Coordination,
            Weeks(EVERY_DAY, 1),
            at(7, 45),
            15,
            Who::Some(3),
        ),
        series(
            said("Ledningsgrupp {area}", "Ledergruppe {area}", "Management group {area}"),
            Coordination,
            Weeks(&[0], 1),
            at(8, 30),
            90,
            Peers,
        ),
        series(
            said(
                "Statusmöte välfärdsteknik",
                "Statusmøde velfærdsteknologi",
                "Status meeting assistive technology",
            ),
            Coordination,
            Weeks(&[1], 1),
            at(13, 0),
            75,
            Peers,
        )
        .can_go(Cut::Gone),
        series(
            said("Schemaläggning", "Vagtplanlægning", "Rota planning"),
            Administration,
            Weeks(&[3], 1),
            at(8, 0),
            150,
            Alone,
        ),
        series(
            said(
                "Löner, fakturor och avvikelser",
                "Løn, fakturaer og UTH",
                "Payroll, invoices and incident reports",
            ),
            Administration,
            Weeks(&[1], 1),
            at(8, 30),
            120,
            Alone,
        ),
        series(
            said("APT {site}", "Personalemøde {site}", "Staff meeting {site}"),
            Leading,
            Weeks(&[2], 2),
            at(13, 30),
            90,
            Staff,
        ),
        series(
            said(
                "Samverkan biståndshandläggare",
                "Samarbejdsmøde med visitationen",
                "Liaison with care assessors",
            ),
            Coordination,
            Weeks(&[2], 2),
            at(9, 0),
            60,
            Who::Some(2),
        ),
        series(
            said("Teammöte {site}", "Teammøde {site}", "Team meeting {site}"),
            Coordination,
            Weeks(&[4], 1),
            at(10, 0),
            60,
            Who::Some(8),
        ),
        series(
            said(
                "Budgetuppföljning med controller",
                "Budgetopfølgning med controller",
                "Budget follow-up with controller",
            ),
            Administration,
            Month(3, 3),
            at(13, 0),
            60,
            Support(Sector::Finance),
        ),
        series(
            said("Avstämning med {boss}", "1:1 med {boss}", "One-to-one with {boss}"),
            Coordination,
            Month(2, 1),
            at(10, 45),
            45,
            Boss,
        ),
        series(
            said("Samverkansmöte fack och skyddsombud", "MED-møde", "Co-determination meeting"),
            Coordination,
            Month(4, 4),
            at(13, 0),
            90,
            Who::Some(4),
        ),
        series(
            said("Veckoplanering", "Ugeplanlægning", "Planning the week"),
            Administration,
            Weeks(&[4], 1),
            at(14, 45),
            45,
            Alone,
        ),
    ],
    leading: &[
        single(
            said("Medarbetarsamtal {name}", "MUS {name}", "Development talk {name}"),
            Leading,
            20,
            (4, 5),
            One,
        ),
        single(said("Avstämning {name}", "1:1 {name}", "One-to-one {name}"), Leading, 30, (2, 3), One),
        single(
            said("Ute i verksamheten {site}", "Ude i driften {site}", "Out with the teams {site}"),
            Leading,
            22,
            (4, 6),
            Alone,
        ),
        single(
            said("Samtal om arbetsbelastning {name}", "Trivselssamtale {name}", "Talk about workload {name}"),
            Leading,
            8,
            (2, 4),
            One,
        ),
        single(
            said(
                "Reflektion med nattgruppen",
                "Refleksion med nattevagterne",
                "Reflection with the night team",
            ),
            Leading,
            7,
            (4, 4),
            Who::Some(6),
        ),
        single(
            said("Introduktion {name}", "Introduktion {name}", "Introduction {name}"),
            Leading,
            7,
            (4, 4),
            One,
        ),
        single(
            said("Rehabsamtal {name}", "Sygefraværssamtale {name}", "Return-to-work talk {name}"),
            Leading,
            6,
            (3, 4),
            One,
        )
        .private(),
    ],
    rest: &[
        single(
            said(
                "Akut: sjukfrånvaro kvällen",
                "Akut: sygdom i aftenvagt",
                "Urgent: sick leave evening shift",
            ),
            Firefighting,
            12,
            (2, 4),
            Alone,
        ),
        single(
            said("Ringa vikarier", "Ringe vikarer ind", "Calling in substitutes"),
            Firefighting,
            12,
            (1, 3),
            Alone,
        ),
        single(
            said(
                "Akut möte: larm ur funktion",
                "Akut møde: nødkald ude af drift",
                "Urgent meeting: alarms down",
            ),
            Firefighting,
            4,
            (2, 4),
            Who::Some(3),
        ),
        single(
            said("Samtal bemanning natt", "Opkald bemanding nat", "Call about night staffing"),
            Firefighting,
            8,
            (1, 2),
            Alone,
        )
        .outside(),
        single(
            said("Möte med anhörig", "Møde med pårørende", "Meeting with relatives"),
            Coordination,
            7,
            (3, 4),
            Who::Some(1),
        )
        .private(),
        single(
            said("Intervju undersköterska", "Samtale med ansøger SSA", "Interview assistant nurse"),
            Coordination,
            7,
            (4, 4),
            Who::Some(1),
        ),
        single(
            said("Projektmöte digitala lås", "Projektmøde digitale låse", "Project meeting digital locks"),
            Coordination,
            6,
            (4, 6),
            Peers,
        ),
        single(
            said("Möte hemsjukvården", "Møde med hjemmesygeplejen", "Meeting with home nursing"),
            Coordination,
            7,
            (4, 4),
            Who::Some(3),
        ),
        single(
            said("Nätverk enhetschefer", "Netværk for gruppeledere", "Network of managers"),
            Coordination,
            4,
            (6, 8),
            Peers,
        ),
        single(
            said("Avvikelser och händelserapporter", "Utilsigtede hændelser", "Incident reports"),
            Administration,
            8,
            (3, 6),
            Alone,
        ),
        single(
            said("Attestera fakturor", "Godkende fakturaer", "Approving invoices"),
            Administration,
            7,
            (2, 4),
            Alone,
        ),
        single(
            said("Mejl och ärenden", "Mails og sager", "Mail and cases"),
            Administration,
            12,
            (4, 6),
            Alone,
        ),
        single(
            said(
                "Uppföljning sjukfrånvaro i systemet",
                "Opfølgning på sygefravær i systemet",
                "Sick leave follow-up in the system",
            ),
            Administration,
            5,
            (3, 4),
            Support(Sector::Hr),
        ),
        single(said("Restid {site}", "Transport til {site}", "Travel to {site}"), Other, 9, (1, 2), Alone),
        single(said("Lunch", "Frokost", "Lunch"), Recovery, 4, (2, 3), Alone).noon(),
        single(said("Tandläkare", "Tandlæge", "Dentist"), Other, 1, (4, 4), Alone).private(),
    ],
};

static SCHOOL: Work = Work {
    booked: 37 * 60,
    leading_share: (20, 29),
    series: &[
        series(
            said("Ledningsgrupp skola", "Ledelsesteam", "School management team"),
            Coordination,
            Weeks(&[0], 1),
            at(8, 0),
            120,
            Who::Some(3),
        ),
        series(
            said(
                "Statusmöte lokaler och vaktmästeri",
                "Statusmøde bygninger og drift",
                "Status meeting premises",
            ),
            Coordination,
            Weeks(&[3], 1),
            at(13, 0),
            90,
            Who::Some(6),
        )
        .can_go(Cut::Shorter(30)),
        series(
            said("Elevhälsoteam EHT", "Ressourceteam", "Pupil health team"),
            Coordination,
            Weeks(&[1], 1),
            at(8, 30),
            120,
            Who::Some(4),
        ),
        series(
            said("Personalkonferens APT", "Personalemøde", "Staff meeting"),
            Leading,
            Weeks(&[2], 2),
            at(15, 0),
            90,
            Staff,
        ),
        series(
            said("Rektorsmöte {area}", "Skoleledermøde {area}", "Principals' meeting {area}"),
            Coordination,
            Weeks(&[3], 2),
            at(8, 30),
            180,
            Peers,
        ),
        series(
            said("Vikarieplanering", "Vikardækning", "Cover planning"),
            Administration,
            Weeks(EVERY_DAY, 1),
            at(7, 30),
            15,
            Who::Some(1),
        ),
        series(
            said(
                "Budgetuppföljning med controller",
                "Budgetopfølgning med controller",
                "Budget follow-up with controller",
            ),
            Administration,
            Month(2, 4),
            at(10, 0),
            60,
            Support(Sector::Finance),
        ),
        series(
            said("Avstämning med {boss}", "1:1 med {boss}", "One-to-one with {boss}"),
            Coordination,
            Month(3, 1),
            at(13, 0),
            60,
            Boss,
        ),
        series(
            said("Administration", "Administration", "Administration"),
            Administration,
            Weeks(&[4], 1),
            at(13, 0),
            120,
            Alone,
        ),
        series(
            said("Samverkan med fackliga ombud", "MED-møde", "Co-determination meeting"),
            Coordination,
            Month(1, 1),
            at(14, 30),
            60,
            Who::Some(3),
        ),
    ],
    leading: &[
        single(
            said("Lektionsbesök {name}", "Undervisningsobservation {name}", "Lesson visit {name}"),
            Leading,
            26,
            (3, 4),
            One,
        ),
        single(
            said("Medarbetarsamtal {name}", "MUS {name}", "Development talk {name}"),
            Leading,
            22,
            (4, 5),
            One,
        ),
        single(
            said("Arbetslag {team}", "Teammøde {team}", "Teaching team {team}"),
            Leading,
            16,
            (4, 4),
            Who::Some(7),
        ),
        single(said("Avstämning {name}", "1:1 {name}", "One-to-one {name}"), Leading, 20, (2, 3), One),
        single(
            said(
                "Återkoppling efter lektion {name}",
                "Feedback efter undervisning {name}",
                "Feedback after lesson {name}",
            ),
            Leading,
            10,
            (2, 2),
            One,
        ),
        single(
            said("Ute i verksamheten, raster", "Ude på skolen, frikvarterer", "Out in the school, breaks"),
            Leading,
            8,
            (2, 4),
            Alone,
        ),
    ],
    rest: &[
        single(
            said("Akut elevärende", "Akut elevsag", "Urgent pupil matter"),
            Firefighting,
            12,
            (2, 4),
            Who::Some(2),
        )
        .private(),
        single(
            said(
                "Akut: lärare sjuk, lösa vikarie",
                "Akut: lærer syg, finde vikar",
                "Urgent: teacher ill, find cover",
            ),
            Firefighting,
            8,
            (1, 3),
            Alone,
        ),
        single(
            said("Samtal vårdnadshavare", "Samtale med forældre", "Talk with parents"),
            Coordination,
            12,
            (3, 4),
            Who::Some(1),
        )
        .private(),
        single(
            said("Samtal med vårdnadshavare kväll", "Opkald fra forælder", "Call from parent"),
            Firefighting,
            4,
            (1, 2),
            Alone,
        )
        .outside(),
        single(
            said("Föräldramöte", "Forældremøde", "Parents' evening"),
            Coordination,
            2,
            (6, 6),
            Who::Some(4),
        )
        .outside(),
        single(
            said("Möte socialtjänsten", "Møde med Familieafdelingen", "Meeting with social services"),
            Coordination,
            5,
            (4, 6),
            Who::Some(2),
        )
        .private(),
        single(
            said("Intervju lärare", "Ansættelsessamtale lærer", "Interview teacher"),
            Coordination,
            5,
            (4, 4),
            Who::Some(2),
        ),
        single(
            said(
                "Projektmöte ny lärplattform",
                "Projektmøde ny læringsplatform",
                "Project meeting learning platform",
            ),
            Coordination,
            5,
            (4, 6),
            Peers,
        ),
        single(
            said("Tjänstefördelning och schema", "Fagfordeling og skema", "Timetable and posts"),
            Administration,
            9,
            (4, 8),
            Alone,
        ),
        single(
            said(
                "Anmälan kränkande behandling, dokumentation",
                "Dokumentation og underretninger",
                "Bullying reports, documentation",
            ),
            Administration,
            7,
            (3, 5),
            Alone,
        ),
        single(
            said("Mejl och beslut", "Mails og afgørelser", "Mail and decisions"),
            Administration,
            11,
            (3, 6),
            Alone,
        ),
        single(
            said("Kvalitetsrapport", "Kvalitetsrapport", "Quality report"),
            Administration,
            5,
            (4, 8),
            Alone,
        ),
        single(said("Restid", "Transport", "Travel"), Other, 4, (1, 2), Alone),
        single(said("Pedagogisk lunch", "Frokost", "Lunch with pupils"), Recovery, 4, (2, 2), Alone).noon(),
        single(said("Läkarbesök", "Læge", "Doctor"), Other, 1, (4, 4), Alone).private(),
    ],
};

static TECHNICAL: Work = Work {
    booked: 35 * 60,
    leading_share: (18, 28),
    series: &[
        series(
            said("Morgonmöte drift", "Morgenmøde drift", "Morning operations meeting"),
            Coordination,
            Weeks(EVERY_DAY, 1),
            at(7, 0),
            20,
            Who::Some(10),
        ),
        series(
            said("Ledningsgrupp teknik", "Ledermøde teknik", "Technical management group"),
            Coordination,
            Weeks(&[1], 1),
            at(8, 30),
            120,
            Peers,
        ),
        series(
            said("Produktionsmöte entreprenörer", "Statusmøde entreprenører", "Contractors' status meeting"),
            Coordination,
            Weeks(&[3], 1),
            at(9, 0),
            90,
            Who::Some(6),
        )
        .can_go(Cut::Shorter(45)),
        series(
            said("APT drift", "Personalemøde drift", "Staff meeting operations"),
            Leading,
            Weeks(&[2], 4),
            at(13, 0),
            120,
            Staff,
        ),
        series(
            said("Projektavstämning", "Projektstatus", "Project check-in"),
            Coordination,
            Weeks(&[0], 1),
            at(13, 0),
            60,
            Who::Some(4),
        ),
        series(
            said("Upphandling och avtal", "Udbud og aftaler", "Procurement and contracts"),
            Administration,
            Weeks(&[4], 1),
            at(8, 0),
            120,
            Alone,
        ),
        series(
            said(
                "Budgetuppföljning med controller",
                "Budgetopfølgning med controller",
                "Budget follow-up with controller",
            ),
            Administration,
            Month(2, 3),
            at(13, 0),
            60,
            Support(Sector::Finance),
        ),
        series(
            said("Avstämning med {boss}", "1:1 med {boss}", "One-to-one with {boss}"),
            Coordination,
            Month(1, 4),
            at(10, 30),
            45,
            Boss,
        ),
    ],
    leading: &[
        single(
            said("Medarbetarsamtal {name}", "MUS {name}", "Development talk {name}"),
            Leading,
            20,
            (4, 5),
            One,
        ),
        single(
            said("Arbetsplatsbesök {site}", "Besøg på arbejdspladsen {site}", "Site visit {site}"),
            Leading,
            32,
            (4, 6),
            Alone,
        ),
        single(said("Avstämning {name}", "1:1 {name}", "One-to-one {name}"), Leading, 28, (2, 3), One),
        single(
            said(
                "Genomgång arbetssätt med laget",
                "Gennemgang af arbejdsgange med holdet",
                "Going through ways of working with the crew",
            ),
            Leading,
            14,
            (4, 6),
            Who::Some(6),
        ),
    ],
    rest: &[
        single(
            said("Akut vattenläcka", "Akut brud på vandledning", "Urgent water leak"),
            Firefighting,
            6,
            (3, 6),
            Who::Some(2),
        ),
        single(
            said("Beredskap samtal halka", "Vagtopkald glatføre", "On-call: icy roads"),
            Firefighting,
            5,
            (1, 2),
            Alone,
        )
        .outside(),
        single(
            said("Samråd plan- och byggprojekt", "Møde om lokalplan", "Planning consultation"),
            Coordination,
            9,
            (4, 6),
            Who::Some(5),
        ),
        single(
            said("Byggmöte {site}", "Byggemøde {site}", "Building meeting {site}"),
            Coordination,
            12,
            (4, 8),
            Who::Some(6),
        ),
        single(
            said("Leverantörsmöte", "Leverandørmøde", "Supplier meeting"),
            Coordination,
            7,
            (4, 4),
            Who::Some(2),
        ),
        single(
            said("Beredning nämnd", "Forberedelse af udvalgsmøde", "Preparing the board meeting"),
            Coordination,
            4,
            (4, 6),
            Peers,
        ),
        single(
            said("Underlag investeringsbudget", "Oplæg til anlægsbudget", "Investment budget papers"),
            Administration,
            8,
            (4, 8),
            Alone,
        ),
        single(
            said("Mejl och felanmälningar", "Mails og fejlmeldinger", "Mail and fault reports"),
            Administration,
            12,
            (3, 6),
            Alone,
        ),
        single(
            said("Skyddsrond {site}", "Arbejdsmiljørunde {site}", "Safety inspection {site}"),
            Administration,
            4,
            (4, 6),
            Who::Some(2),
        ),
        single(said("Restid {site}", "Kørsel til {site}", "Travel to {site}"), Other, 9, (1, 3), Alone),
        single(said("Lunch", "Frokost", "Lunch"), Recovery, 5, (2, 3), Alone).noon(),
        single(said("Bilbesiktning", "Bilsyn", "Car inspection"), Other, 1, (3, 4), Alone).private(),
    ],
};

static OFFICE: Work = Work {
    booked: 36 * 60,
    leading_share: (19, 28),
    series: &[
        series(
            said("Ledningsgrupp", "Chefmøde", "Management group"),
            Coordination,
            Weeks(&[1], 1),
            at(8, 30),
            120,
            Peers,
        ),
        series(
            said("Veckomöte enheten", "Ugemøde i afdelingen", "Weekly unit meeting"),
            Leading,
            Weeks(&[0], 1),
            at(9, 0),
            45,
            Staff,
        ),
        series(
            said(
                "Styrgrupp nytt lönesystem",
                "Styregruppe nyt lønsystem",
                "Steering group new payroll system",
            ),
            Coordination,
            Weeks(&[2], 1),
            at(13, 0),
            90,
            Who::Some(7),
        )
        .can_go(Cut::Gone),
        series(
            said("Central samverkan CESAM", "Hoved-MED", "Central co-determination"),
            Coordination,
            Weeks(&[3], 4),
            at(13, 0),
            120,
            Who::Some(6),
        ),
        series(
            said("Avstämning ekonomi och lön", "Afstemning økonomi og løn", "Check-in finance and payroll"),
            Coordination,
            Weeks(&[3], 2),
            at(9, 0),
            60,
            Support(Sector::Finance),
        ),
        series(
            said("Avstämning med {boss}", "1:1 med {boss}", "One-to-one with {boss}"),
            Coordination,
            Month(2, 3),
            at(15, 0),
            45,
            Boss,
        ),
        series(
            said("Skrivtid", "Skrivetid", "Writing time"),
            Administration,
            Weeks(&[4], 1),
            at(8, 30),
            120,
            Alone,
        ),
    ],
    leading: &[
        single(
            said("Medarbetarsamtal {name}", "MUS {name}", "Development talk {name}"),
            Leading,
            22,
            (4, 5),
            One,
        ),
        single(said("Avstämning {name}", "1:1 {name}", "One-to-one {name}"), Leading, 40, (2, 4), One),
        single(
            said(
                "Utvecklingsmöte med teamet",
                "Udviklingsmøde med teamet",
                "Development meeting with the team",
            ),
            Leading,
            14,
            (4, 6),
            Who::Some(6),
        ),
        single(
            said("Coachande samtal {name}", "Sparring {name}", "Coaching talk {name}"),
            Leading,
            14,
            (3, 4),
            One,
        ),
    ],
    rest: &[
        single(
            said("Akut personalärende", "Akut personalesag", "Urgent personnel case"),
            Firefighting,
            9,
            (2, 4),
            Who::Some(2),
        )
        .private(),
        single(
            said("Akut fråga från media", "Akut henvendelse fra pressen", "Urgent question from the press"),
            Firefighting,
            3,
            (1, 2),
            Who::Some(1),
        ),
        single(said("Förhandling MBL", "Forhandling", "Negotiation"), Coordination, 9, (4, 8), Who::Some(4)),
        single(
            said(
                "Stöd till chef, rehabärende",
                "Sparring med leder, sygefravær",
                "Support to manager, return to work",
            ),
            Coordination,
            10,
            (3, 4),
            Who::Some(1),
        )
        .private(),
        single(
            said(
                "Projektmöte kompetensförsörjning",
                "Projektmøde rekruttering",
                "Project meeting recruitment",
            ),
            Coordination,
            9,
            (4, 6),
            Who::Some(6),
        ),
        single(
            said("Nätverk HR regionen", "HR-netværk", "Regional HR network"),
            Coordination,
            4,
            (6, 12),
            Who::Some(1),
        ),
        single(
            said(
                "Underlag till kommunstyrelsen",
                "Indstilling til økonomiudvalget",
                "Papers for the executive board",
            ),
            Administration,
            10,
            (4, 8),
            Alone,
        ),
        single(said("Lönestatistik", "Lønstatistik", "Pay statistics"), Administration, 7, (4, 6), Alone),
        single(
            said("Mejl och ärenden", "Mails og sager", "Mail and cases"),
            Administration,
            12,
            (3, 6),
            Alone,
        ),
        single(
            said("Telefonmöte Teams", "Teams-opkald", "Teams call"),
            Coordination,
            4,
            (1, 2),
            Who::Some(1),
        )
        .outside(),
        single(said("Restid", "Transport", "Travel"), Other, 4, (2, 3), Alone),
        single(said("Lunch", "Frokost", "Lunch"), Recovery, 7, (3, 4), Alone).noon(),
        single(said("Hämta barn", "Hente børn", "Fetch children"), Other, 2, (3, 4), Alone).private(),
    ],
};

static DIRECTION: Work = Work {
    booked: 40 * 60,
    leading_share: (20, 27),
    series: &[
        series(
            said("Ledningsgrupp", "Direktionsmøde", "Executive team"),
            Leading,
            Weeks(&[0], 1),
            at(9, 0),
            120,
            Staff,
        ),
        series(
            said("Presidieberedning", "Formandsmøde", "Preparing with the chair"),
            Coordination,
            Weeks(&[1], 1),
            at(8, 30),
            90,
            Who::Some(3),
        ),
        series(
            said("Nämndsammanträde", "Udvalgsmøde", "Board meeting"),
            Coordination,
            Weeks(&[3], 4),
            at(13, 0),
            240,
            Who::Some(5),
        ),
        series(
            said(
                "Statusmöte digitaliseringsprogrammet",
                "Statusmøde digitaliseringsprogram",
                "Status meeting digital programme",
            ),
            Coordination,
            Weeks(&[2], 1),
            at(10, 0),
            90,
            Who::Some(8),
        )
        .can_go(Cut::Shorter(45)),
        series(
            said("Ekonomiuppföljning", "Økonomiopfølgning", "Financial follow-up"),
            Administration,
            Weeks(&[3], 2),
            at(9, 0),
            90,
            Support(Sector::Finance),
        ),
        series(
            said("Avstämning med {boss}", "1:1 med {boss}", "One-to-one with {boss}"),
            Coordination,
            Month(1, 2),
            at(15, 0),
            60,
            Boss,
        ),
    ],
    leading: &[
        single(said("Avstämning {name}", "1:1 {name}", "One-to-one {name}"), Leading, 40, (3, 4), One),
        single(
            said("Chefssamtal {name}", "LUS {name}", "Leader's development talk {name}"),
            Leading,
            18,
            (5, 6),
            One,
        ),
        single(
            said("Verksamhetsbesök {place}", "Besøg i driften {place}", "Visit to operations {place}"),
            Leading,
            18,
            (4, 8),
            Alone,
        ),
        single(said("Chefsforum", "Lederforum", "Managers' forum"), Leading, 6, (6, 8), Staff),
    ],
    rest: &[
        single(
            said("Akut krisledning", "Akut kriseledelse", "Urgent crisis management"),
            Firefighting,
            5,
            (3, 6),
            Who::Some(4),
        ),
        single(
            said("Akut fråga från media", "Akut henvendelse fra pressen", "Urgent question from the press"),
            Firefighting,
            5,
            (1, 2),
            Who::Some(1),
        ),
        single(
            said("Samtal med ordföranden", "Opkald fra borgmesteren", "Call from the chair"),
            Coordination,
            6,
            (1, 3),
            Alone,
        )
        .outside(),
        single(
            said("Budgetberedning", "Budgetforhandling", "Budget preparation"),
            Coordination,
            10,
            (6, 10),
            Who::Some(5),
        ),
        single(
            said("Regional samverkan", "Møde i KKR", "Regional cooperation"),
            Coordination,
            6,
            (6, 12),
            Who::Some(1),
        ),
        single(
            said("Näringslivsmöte", "Møde med erhvervslivet", "Meeting with businesses"),
            Coordination,
            6,
            (4, 6),
            Who::Some(2),
        ),
        single(
            said("Förhandling och samverkan", "Hoved-MED", "Central co-determination"),
            Coordination,
            5,
            (4, 6),
            Who::Some(4),
        ),
        single(
            said("Läsa handlingar", "Læse sagsfremstillinger", "Reading papers"),
            Administration,
            14,
            (4, 8),
            Alone,
        ),
        single(said("Mejl", "Mails", "Mail"), Administration, 10, (3, 6), Alone),
        single(said("Restid", "Transport", "Travel"), Other, 7, (2, 4), Alone),
        single(said("Lunch", "Frokost", "Lunch"), Recovery, 6, (3, 4), Alone).noon(),
        single(said("Tandläkare", "Tandlæge", "Dentist"), Other, 1, (4, 4), Alone).private(),
    ],
};

/// The tables for who leads a unit of a sector; `first_line` is false for those who lead managers.
pub(crate) fn work(sector: Option<Sector>, first_line: bool) -> &'static Work {
    match sector {
        _ if !first_line => &DIRECTION,
        Some(Sector::HomeCare | Sector::CareHome | Sector::Disability) => &CARE,
        Some(Sector::School | Sector::Preschool) => &SCHOOL,
        Some(Sector::Technical | Sector::Meals) => &TECHNICAL,
        _ => &OFFICE,
    }
}
