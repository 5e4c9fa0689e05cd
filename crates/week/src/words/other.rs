//! Other, and words that only look like another place.

use super::{A, C, Entry, Need, O, any, when};

pub(super) const TABLE: &[Entry] = &[
    any(
        O,
        9,
        "begravning*; begravelse*; funeral*; bröllop*; bryllup*; wedding*; konfirmation*; skolavslutning*; \
         dimission*; studenten; brandskydd*; brandövning*; brandøvelse*; fire drill*; första hjälpen*; \
         førstehjælp*; first aid*; hlr*; hjertestart*; hjärtlung*; julbord*; julfest*; julefrokost*; \
         julavslut*; sommaravslut*; sommerfest*; sommarfest*; christmas*; summer party*; party; after work*; \
         fest; firmafest*; reception*; jubilæum*; jubileum*; avtackning*; afskedsreception*; födelsedag*; \
         fødselsdag*; birthday*; farewell*",
    ),
    any(
        O,
        8,
        "byta däck; skifte dæk; hjulskifte*; own work; own time; eget arbete; egna saker; eget arbejde; \
         egen tid*; ude af huset; unavailable; ej tillgänglig*; ikke tilgængelig*; not available; flytt av*; \
         flytning af*; mäklar*; mægler*; elektriker hemma; rörmokare; vvs hemma; plumber; tvätt*; bilsyn; \
         synshal; besiktiga*; röntgen*; blodprov*; blodprøve*; blood test; mvc; jordemoder; ultralyd; \
         förlossning; kiropraktor*; naprapat*; physio*; therapist*; hudläkare; ögonläkare; øjenlæge; \
         körlektion; middagsgäst*; åka hem; kör hem; gå hem; gå tidigt; leave early; kører hjem; hemresa; \
         hjemrejse; bus to; buss till; parkera; restid*; resa; resa*; resdag*; tjänsteresa*; rejse*; \
         rejsetid*; transport*; transporttid*; kørsel; køretid*; tåg; tåget; tog; flyg*; fly; flight*; \
         train; travel*; commut*; pendl*; drive to; driving; hotell*; hotel*; bil till; bilen; bil; \
         tandläk*; tandlæge*; tandhyg*; dentist*; läkarbesök*; läkartid*; läkare; lægebesøg*; lægetid*; \
         læge; doctor*; gp; sjukgymnast*; fysioterapi*; frisör*; frisør*; hairdress*; optiker*; vaccin*; \
         mammografi*; veterinär*; dyrlæge*; bvc; hämta*; lämna barn*; hämtning*; hente*; aflevere barn*; \
         aflevere børn*; pick up*; pickup*; school run; vab; vabba*; barns*; barn syg*; föräldraled*; \
         barsel*; bilbesikt*; verkstad*; besiktning*; service bil*; car; privat*; private*; \
         personal appointment; personal time; upptagen; upptaget; optaget; busy; blockerad*; blockad*; \
         blockat*; blocked*; blokeret*; block; boka ej*; boka inte*; ej bokningsbar*; do not book*; dnb; \
         holdes fri*; håll fri; out of office; ooo; frånvarande; borta; sjuk; syg; sick; webbinar*; \
         webinar*; fokustid*; fokus; fokusdag*; focus*; fordybelse*; koncentrationstid*; arbetstid*; \
         egen tid; egentid*; arbeta hemifrån*; hjemmearbejd*; hjemmedag*; jobbar hemma; distans*; wfh; \
         work from home; working from home; home office; deep work",
    ),
    any(
        O,
        4,
        "kurs*; kursus*; utbildning*; uddannelse*; course*; training*; föreläsning*; foredrag*; lecture*; \
         seminari*; seminar*; mässa*; inspirationsdag*",
    ),
    // How firmly a time is held says nothing of what it is for: "preliminärt budgetmöte" is about the budget.
    any(
        O,
        1,
        "reserverad*; reserveret*; reserved*; bokad; booked; tentative; preliminär*; påminnelse*; reminder*; \
         husk*; kom ihåg*; obs*; remember*",
    ),
    // A system's course is administration, whatever a course is.
    any(A, 8, "heroma utbildning; heromautbildning*; nexus kursus; stratsys utbildning"),
    // The emergency ward is a place, not an emergency.
    any(
        C,
        4,
        "akuten; akutmottagning*; akutvård*; akutklinik*; akutsjukvård*; akutmodtag*; akutafdel*; akutavdel*; \
         akutteam*; akutsjukhus*",
    ),
    // In company the same words are somebody's work.
    when(
        Need::Alone,
        O,
        8,
        "barn; barnen; børn; børnene; kids; hold; bank*; parkering*; parking; vet; tyres; däck*; dæk; \
         konsert*; koncert*; teater*; biljett*; billet*; bio; cinema; paket*; shopping; flytta; ute; ude; \
         away; handla mat",
    ),
];
