//! Firefighting.

use super::{Entry, F, any};

pub(super) const TABLE: &[Entry] = &[
    any(
        F,
        10,
        "försvunn*; bortsprung*; forsvund*; missing patient*; missing person*; missing*; dra in personal*; \
         nattevagt syg; magsjuk*; vinterkräk*; norovirus*; roskildesyge*; influensa*; covid*; corona*; \
         fastighetsjour*; alarm virker*; virker ikke; fungerar inte; funkar inte; ur funktion; not working; \
         broken*; boiler*; trasig*; i stykker; strömlös*; inbrott*; indbrud*; break in; stöld*; tyveri*; \
         theft*; brandlarm*; olycka*; olycksfall*; ulykke*; arbejdsulykke*; accident*; calling in sick*; call \
         in sick*; called in sick; cover for absent*; cover for*; organise cover*; arrange cover*; sjuk \
         personal; personalbrist*; personalemangel*; underbemann*; staff shortage*; no show*; kort varsel*; \
         snarast*; dödsfall*; dødsfald*; suicid*; selvmord*; hotfull*; hotsituation*; polisanmäl*; \
         politianmeld*; evakuera*; evakuer*; lockdown*; flood*; power cut*; it nere; systemet nere; system \
         down*; server down; network down; ingen personal; mangler personale; saknas personal; bemanna \
         ikväll; ring vikar*; ringe vikar*; vikarjagt*; vikariejakt*; jaga vikarie*; springvikar*; släcka \
         brand*; slukke brand*; brandslukning*; brandslukningsmøde; akut; akut*; krisemøde*; urgent*; \
         emergency*; brådskande*; haster*; asap; incident; incident call; incidentmöte*; major incident*; \
         haveri*; nedbrud*; outage*; driftstopp*; driftsstopp*; vattenläck*; vandskade*; water leak*; \
         översvämning*; brand; strømsvigt*; strömavbrott*; crisis*; hot och våld*; hot mot*; våld; vold; vold \
         mod*; voldsepisode*; violence*; trussel*; trusler; smitta*; smitte*; outbreak*; utbrott*; \
         extrainsatt*; ekstraordinær*; eskaler*; escalat*; skal løses*; short staffed; understaffed; war \
         room; sjukanmäl*; ringa in*; ringa vik*; skaffa vik*; vikarie saknas; saknar vikarie; vikar mangler; \
         mangler vikar*; finde vikar*; finde afløser*; dække vagt*; dæk vagt*; sygemelding*; täcka pass*; \
         lösa pass*; lösa bemanning*; sick call*; cover sick*; find cover*; cover shift*; lokala störningar; \
         ersätta; driftstörning*",
    ),
    any(
        F,
        5,
        "vikarie*; vikar; klagomål*; klage*; complaint*; polis*; police; media*; journalist*; pressen; larm; \
         sjukfrånvaro ersätt*; störning*; problem*",
    ),
    any(
        F,
        10,
        "kris; krisen; krismöte*; krisledning*; krisgrupp*; krishantering*; krisstöd*; krise; krisehjælp*; \
         krisestab*; krisestyring*",
    ),
];
