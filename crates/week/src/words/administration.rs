//! Administration.

use super::{A, Entry, Need, any, when};

pub(super) const TABLE: &[Entry] = &[
    any(
        A,
        9,
        "inför; bevilja*; bevillig*; kontera*; kontering*; komplettera*; komplettering*; läsa*; arkivera*; \
         sortera*; skanna*; scanna*; kopiera*; kopier*; print*; räkna*; beregne*; calculate*; sätta ihop*; \
         sammenstil*; sammanställ*; compile*; update*; fill in*; complete*; boka*; booke*; gennemgå \
         indbakke*; indkalde*; sende*; skicka*; send*; formulera*; redigera*; uppdatera*; planera*; lägga \
         schema*; skriva*; skriv; skrive*; write*; writing; draft*; protokoll*; minnesanteckning*; \
         mötesanteckning*; referat*; minutes; förbered*; forbered*; prepare*; prep; preparation*; läsa in*; \
         läsa underlag*; läsa ansök*; läsa handlingar; inläsning*; læse*; gå igenom ansök*; gennemgå ansøg*; \
         svara på*; svar på*; svar; svara; besvara*; rensa*; registrer*; fylla i*; lägga in*; lägga ut*; \
         indtast*; indberet*; rapporter*; opdater*; uppdater*",
    ),
    any(
        A,
        8,
        "indkaldelse*; fremmødeplan*; lønmidler*; löneöversyn*; lönepåslag*; klassedannelse*; \
         klassindelning*; klasslist*; påbud*; magtanvendelse*; kränkning*; krænkelse*; data return*; \
         evidence*; policies; off duty; timetable*; logs; balance the*; papirnusseri*; pappersexercis*; \
         skolinspektion*; arbetsmiljöverket*; arbejdstilsyn*; anställningsavtal*; ansættelseskontrakt*; \
         contracts; behörighet*; adgange; account*; lösenord*; egenkontroll*; egenkontrol*; självskattning*; \
         selvevaluering*; formular*; to do*; todo; att göra*; gøremål*; arbetsgivarintyg*; intyg*; \
         certificate*; post; brev; letters; avvikelser; avvikelsehantering*; lagerlista*; telefonlista*; \
         kontaktlista*; lists; listor; liste; lister; timer; flextid rätta; övertid*; overtid*; overarbejde*; \
         overtime*; semesteransök*; semesterlista*; semestrar; ferieønsker*; ferieliste*; leave requests; \
         holiday requests; årshjul*; kalender*; calendar; diary; verksamhetsberättelse*; beretning*; \
         årsberättelse*; kvalitetsrapport*; kvalitetsberättelse*; patientsäkerhetsberättelse*; \
         internkontroll*; internal control*; who teaches*; kompetensplan*; kompetenceplan*; vikarielista*; \
         bemanna*; bemanningspussel*; pussel*; personaleplan*; grundplan*; normering*; resursfördel*; \
         ressourcefordel*; staffing plan*; tjek*; beställning*",
    ),
    any(
        A,
        7,
        "schema*; *schema; bemanningsplan*; bemanningsmöte*; semesterplan*; ferieplan*; vagtplan*; \
         vagtskema*; skema*; skemalæg*; tjänstefördel*; tjänsteplan*; fagfordel*; arbejdsplan*; turlista*; \
         turlist*; rota; rotas; roster*; rostering; schedul*; shift plan*; shift planning; budget*; *budget; \
         faktur*; bilag; invoice*; attest*; godkend*; godkänn*; approv*; approve*; löner; lönekörning*; \
         lönerevision*; lönelista*; lönesättning*; lönekartlägg*; lönekontroll*; lønkørsel*; lønkontrol*; \
         løn; lønninger; payroll*; prognos*; *prognos; ekonomiuppfölj*; økonomiopfølg*; månadsuppfölj*; \
         månadsrapport*; monthly report*; månedsrapport*; regnskab*; bokslut*; delårs*; tertial*; \
         tidrapport*; timesheet*; time sheet*; expense*; reseräkning*; kørselsgodtgør*; kørsel godkend*; \
         utlägg*; mejl*; mail; mails; mailtid*; *mail; epost*; e post; inkorg*; inbox*; indbakke*; email*; e \
         mail*; outlook; ansökning*; ansøgning*; application*; annons*; stillingsopslag*; jobopslag*; job \
         ad*; job posting*; referenstag*; referenssamtal*; reference check*; urval*; kravprofil*; \
         jobannonce*; rekryteringsadm*; recruitment ad*; rapport*; *rapport; report*; årsrapport*; årsredov*; \
         statistik*; *statistik; statistics; kolada; ledelsesinformation*; nyckeltal*; nøgletal*; \
         indberetning*; enkätsvar*; dokumentation*; documentation*; dokumentera*; dokumenter*; journal*; \
         paperwork*; papper*; papirarbejde*; policy*; rutin*; riktlinje*; retningslinje*; instruks*; \
         handlingsplaner; handleplan*; genomförandeplan*; tjänsteskriv*; remiss*; høringssvar*; høring*; \
         delegationsordning*; riskbedöm*; risikovurder*; risk assessment*; utreda*; utredning*; udredning*; \
         lex*; ivo; tilsyn*; tillsyn*; inspection*; audit*; revision; arkiv*; diarie*; gdpr; heroma; \
         personec; hypergene; stratsys; treserva; procapita; raindance; agresso; unit4; timecare; time care; \
         medvind; opus; sd løn; nexus; cura; kmd; aula; lifecare; visma; winlas; prorenata; qlik*; excel; \
         administra*; adm; admin; kontorstid*; kontortid*; kontordag*; kontorsdag*; office time; office day; \
         telefontid*; pappersarbete*; skrivtid*; skrivebord*; beställ*; bestil*; ordering; inköp*; indkøb*; \
         purchas*; lås och*; nyckel*; nycklar; inventar*; inventer*; arkivering; praktisk*; frånvaro*; \
         sjukfrånvaro*; sygefravær*; fraværsopfølg*; godkende timer; slides; presentation*; powerpoint*; ppt; \
         agenda*; dagordning*; dagsorden*; underlag*; beslutsunderlag*; kallelse*",
    ),
    any(
        A,
        5,
        "lön; rekryter*; rekrutter*; recruit*; utbildning heroma; systemutbild*; ekonomi; økonomi; material; \
         bemanning*; bokning*; blankett*; form; forms; it system; system",
    ),
    when(
        Need::Alone,
        A,
        5,
        "uppföljning*; opfølgning*; follow up; planering*; planlæg*; planning; hr; plan; planer; enkät*; \
         survey*; beställa; telefon*; ringa*; ringe*; calls; arbetsmiljö*; apv; uppdrag*; koll; gå igenom; \
         gennemgå*",
    ),
    any(A, 8, "konto; kontona; konti; kontoen; read"),
];
