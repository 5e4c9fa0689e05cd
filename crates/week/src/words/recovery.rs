//! Recovery.

use super::{Entry, Need, R, any, when};

pub(super) const TABLE: &[Entry] = &[
    any(
        R,
        7,
        "morgenmad; breakfast; eftermiddagsfika*; förmiddagsfika*; formiddagskaffe*; eftermiddagskaffe*; \
         morgenkaffe*; tea break*; zumba; bodypump*; crossfit; stretch*; powernap; nap; andas*; breathe*; \
         tai chi; qigong; fysisk aktivitet; friskvårdstimme*; egenvård*; lunch; frokost; rast; paus; \
         pause; break; lunsj; lunchrast*; frokostpause*; coffee break; kaffepause*; fikapaus*; friskvård*; \
         träning*; träna; gym; gymmet; yoga*; simning*; løbetur*; løb; løbe; löpning*; jogg*; running; \
         run; workout*; fitness*; exercise*; styrketräning*; styrketræning*; træning*; pilates*; padel*; \
         svømning*; swim*; massage*; mindful*; meditation*; promenad*; gåtur*; walk; återhämtning*; \
         restitution*; recovery; vila; hvil",
    ),
    // Leave yields to whatever says what is done: "schema & semester" is planning that of others.
    any(
        R,
        6,
        "sommarledig; vinterferie; efterårsferie; påskeferie; sportlov; höstlov; sommerferie; juleferie; \
         feriefri; friweekend; avspasering*; semester; semesterledig*; ferie; feriedag*; feriefri*; \
         vacation*; annual leave; holiday*; ledig*; *ledig; kompledig*; komp; komptid*; flex; flexled*; \
         flextid*; afspadser*; fri; fridag*; day off; time off; pto; julledig*; sommarledig*; omsorgsdag*; \
         leave; avspadser*; time in lieu",
    ),
    any(R, 5, "fika; fredagsfika*; kaffe; coffee; morgonfika*; fredagskaffe*; kaffepaus*"),
    // In company the same words are somebody's work.
    when(
        Need::Alone,
        R,
        7,
        "spinning*; simhall*; simma*; svømmehal*; svømme*; badminton; tennis; football; golf; cykling*; \
         cykle*; cycling; bike ride; dans; danse; äta; eat; spise; spis; mat; mad; middag; dinner; frukost; \
         bastu; sauna; klättring*; klatring; ridning; körsång; choir; vandring*; hike; hiking; cykeltur*; \
         cykelpass; cykla; fodbold; fotboll",
    ),
];
