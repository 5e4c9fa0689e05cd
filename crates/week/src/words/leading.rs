//! Leadership contribution, by area.

use super::{Entry, L1, L2, L3, L4, L5, L6, L7, L8, Need, any, when};

pub(super) const TABLE: &[Entry] = &[
    // 1 direction
    any(
        L1,
        7,
        "vart är vi på väg*; vart ska vi*; hvor skal vi hen*; where are we*; framtidens*; framtidsdag*; \
         fremtidsdag*; inriktning*; ambition*; nulägesanalys*; swot*; strategidag*; strategiseminar*; \
         strategimöte; strategimøde; strategy day; strategy workshop; strategy session; strategiarbete*; \
         vision*; målkonferens*; målarbete*; målbild*; målstyrning*; målsätt*; målsæt*; målbillede*; mål \
         och*; mål og*; team goals; goals; goal setting; okr*; verksamhetsidé*; värdegrund*; værdigrundlag*; \
         kerneopgave*; grunduppdrag*; riktning; retning; roadmap; annual plan; year ahead",
    ),
    when(Need::Group, L1, 7, "verksamhetsplan*; virksomhedsplan*; enhetsplan*; årsplan*; kick off team"),
    any(
        L1,
        5,
        "framtid*; fremtid*; future*; strategi*; strategy; strategic; verksamhetsplan*; virksomhedsplan*; \
         prioriter*; enhetsplan*; mål",
    ),
    // 2 see the person
    any(
        L2,
        7,
        "hälsa på*; säga hej*; säg hej*; sige godmorgen*; sig godmorgen*; godmorgon*; god morgon*; say good \
         morning*; good morning*; drop in*; drop ins; arbetsbelastning*; arbejdspres*; arbejdsbelastning*; \
         workload*; hur mår*; hvordan går det*; how are you*; jobba på avdelning*; arbeta i gruppen; praktik \
         i drift*; vara med i*; sitta med på*; stødsamtal*; støttesamtal*; tacka*; takke*; thank*; beröm*; gå \
         med på*; på enheten; ute hos*; ude hos*; tour of*; walk the*; walk round*; medarbetarsamtal*; medarb \
         samtal; medarbetar samtal; medsamtal; utvecklingssamtal*; lönesamtal*; lönesättande; lönedialog*; \
         hälsosamtal*; rehab*; omtankesamtal*; omsorgssamtal*; sjuksamtal*; uppföljningssamtal*; \
         återgångssamtal*; medarbetardialog*; avslutningssamtal*; avslutssamtal*; avgångssamtal*; \
         nöjdhetssamtal*; stödsamtal*; trivselsamtal*; mus; mussamtal*; mus samtal*; \
         medarbejderudviklingssamtal*; medarbejdersamtal*; udviklingssamtal*; lønsamtal*; lønforhandl*; \
         trivselssamtal*; fraværssamtal*; sygefraværssamtal*; sygesamtal*; sygdomssamtal*; \
         fratrædelsessamtal*; forundringssamtal*; rundbordssamtal*; fastholdelsessamtal*; seniorsamtal*; sus \
         samtal*; appraisal*; performance review; performance talk; development talk; development \
         conversation; development dialogue; salary review; salary talk; pay talk; pay review; return to \
         work; wellbeing talk; wellbeing check; welfare talk; exit interview; stay interview; career talk; \
         skip level",
    ),
    any(
        L2,
        6,
        "1:1; one on one; one to one; en til en; enskilt samtal; enskilda samtal; tomandshånd; \
         verksamhetsbesök*; arbetsplatsbesök*; enhetsbesök*; klassbesök*; klassrumsbesök*; lektionsbesök*; \
         lektionsobservation*; besöka*; besök på; gå rond; gå runda; gå runt*; vara på golvet; ute i \
         verksamhet*; ute på*; följa med*; medåkning*; ude i*; ud i*; besøg*; besøge*; følgevagt*; følgedag*; \
         med ude*; med på rute*; undervisningsobservation*; observation*; runde på*; gå runde*; rundtur*; \
         walkaround*; walkabout*; walk around*; gemba*; shadowing*; site visit*; visit*; ward round*; \
         classroom visit*; on the floor",
    ),
    when(
        Need::Two,
        L2,
        5,
        "prata*; tala; tale; snakke*; höra av*; höra med*; stötta*; støtte*; support; avstämning*; avst; \
         uppföljning*; check in; checkin; catch up; catchup; opfølgning*; afstemning*; *samtal*; fika*; \
         kaffe*; coffee*; sparring*; touch base; prat; snak; chat; talk; dialog*; möte; møde; meeting; sync; \
         status*; conversation; lön; hej; puls",
    ),
    // 3 challenge and follow up
    any(
        L3,
        8,
        "ta upp*; tage op; tag op; bring up*; konfronter*; förväntningssamtal*; forventningssamtal*; \
         kravställ*; lesson observation debrief; svårt samtal; svåra samtal*; svåra samtalet; korrigerande*; \
         korrigeringssamtal*; misskötsamhet*; varningssamtal*; tillrättavis*; erinran*; rakt samtal; svær \
         samtale; svære samtale*; vanskelig*; tjenstlig*; advarsel*; kritiksamtal*; difficult talk; difficult \
         conversation*; tough talk; tough conversation*; hard conversation*; straight talk; disciplinary*; \
         warning meeting; underperformance",
    ),
    when(
        Need::Two,
        L3,
        7,
        "debrief*; frånvaro*; fravær*; absence*; performance*; sen ankomst*; handlingsplan*; åtgärdsplan*; \
         udviklingsplan*; action plan*; feedback",
    ),
    any(
        L3,
        6,
        "återkoppling*; feedback to; feedback till; feedback til; give feedback; giving feedback; \
         feedbacksamtal*; feedback samtal*; ansvarssamtal*; accountability*; prestationssamtal*; ställa krav",
    ),
    // 4 trust and room
    any(
        L4,
        7,
        "vem gör vad*; vem tar vad*; vem beslutar*; hvem gør hvad*; hvem tager hvad*; hvem beslutter*; who \
         does what*; who decides*; roller och ansvar; roller og ansvar; roles and responsibilities; \
         rollfördelning*; befogenhet*; decision rights*; släppa*; lämna över*; give over*",
    ),
    any(
        L4,
        6,
        "delegering*; delegera*; deleger*; uddeleger*; delegat*; överlämning*; överlämna*; överlåt*; \
         overdrag*; overlever*; handover*; hand over*; uppdragsdialog*; mandat*; ansvarsfördelning*; \
         ansvarsfordel*; rammesæt*; ramsamtal*; framing talk",
    ),
    // 5 build the team
    any(
        L5,
        7,
        "gruppträff*; avdelningsträff*; kollegium*; whole staff*; all staff*; staff briefing*; morning \
         handover*; morning briefing*; morning meeting*; överrapport*; vagtskifte*; vagtoverlevering*; \
         pædagogisk råd*; pædagogrådsmøde*; samling; samling for*; husets*; ward meeting*; shift meeting*; \
         huddle*; lagmöte*; lagledar*; arbetsgruppsmöte*; utvecklingsdag*; udviklingsdag*; temadag*; kick off \
         personal; startdag*; uppstartsdag*; apt; *apt; arbetsplatsträff*; arbetsplatsmöte*; personalmöte*; \
         personalmøde*; personalträff*; personaldag*; personaledag*; p möte; p møde; arbetslag*; teammöte*; \
         teammøde*; team møde; team möte; teamdag*; teambuild*; team build*; enhetsmöte*; avdelningsmöte*; \
         afdelingsmøde*; gruppmöte*; gruppemøde*; grupputveckling*; gruppeudvikling*; grus; tus; \
         planeringsdag*; studiedag*; studiedage*; kompetensdag*; pædagogisk dag*; pædagogiske dage; \
         morgonmöte*; morgonsamling*; morgenmøde*; morgensamling*; morgonavstämning*; morgonträff*; husmöte*; \
         husmøde*; stuemøde*; lärarmöte*; lærermøde*; årgangsmøde*; fagmøde*; ämneslag*; arbetsrumsmöte*; \
         nattmöte*; kvällsmöte*; team meeting*; staff meeting*; unit meeting*; department meeting*; group \
         meeting*; stand up*; standup*; daily; daily huddle; huddle; all hands*; team day; team offsite; \
         offsite; away day; retrospective*; retrospektiv*; retro",
    ),
    any(
        L5,
        6,
        "anställa*; ansætte*; hire*; hiring*; provarbet*; prøvevagt*; provtjänst*; praktikant*; studerande*; \
         elevsamtale*; introducera*; introducere*; buddy*; fadder*; anställningsinterv*; intervju*; \
         interview*; jobsamtal*; ansættelsessamtal*; jobbintervju*; samtale ansøger*; introsamtal*; \
         introduktion*; introduction*; intro ny*; intro; onboard*; välkommen*; välkomna*; velkommen*; \
         velkomst*; welcome*; nyanställd*; nyansat*; new starter*; new colleague*; induction*; första dagen*; \
         første dag*; first day; veckomöte*; ugemøde*; team*",
    ),
    any(L5, 4, "personal*; staff; medarbetar*; medarbejder*"),
    // 6 outside in
    any(
        L6,
        7,
        "öppet hus*; åbent hus*; open house*; open day*; dotter*; datter*; daughter*; hustru*; make till*; \
         maka*; ægtefælle*; son till; kundråd*; kundmöte*; kundsamtal*; kund*; klient*; boendemöte*; client*; \
         customer*; mobbning*; mobning*; bullying*; användarråd*; seniorråd*; samtal med boende; brukar*; \
         bruger*; borgersamtal*; hembesök*; hjemmebesøg*; home visit*; carer*; governor surgery; \
         föräldramöte*; föräldraråd*; föräldraforum*; föräldrasamråd*; vårdnadshavar*; brukarråd*; \
         brukarforum*; boråd*; boenderåd*; klientråd*; elevråd*; patientråd*; patientforum*; anhörig*; \
         medborgar*; invånar*; samrådsmöte*; forældre*; pårørende*; brugerråd*; brugermøde*; beboer*; bruger \
         og*; borgermøde*; borgerdialog*; borgerpanel*; ældreråd*; elevrådet; handicapråd*; skolebestyrelse*; \
         bestyrelsesmøde skole*; forældrebestyrelse*; utvecklingssamtal elev*; elevsamtal*; patientsamtal*; \
         brukarmöte*; samtal med förälder; parent*; relatives; next of kin; patient council*; user council*; \
         service user*; resident*; citizen*; public consultation*; public meeting*; pupil council*; student \
         council*; family meeting*",
    ),
    // 7 learn and improve
    any(
        L7,
        8,
        "vad gick*; vad lärde*; hvad gik*; hvad lærte*; what went*; what did we*; enkätresultat*; målingens \
         resultat*; survey result*; morbidity*; rotorsak*; root cause*; lärande*; lessons*",
    ),
    any(
        L7,
        7,
        "förbättring*; forbedring*; improvement*; kaizen*; pdsa*; pulstavl*; pulsmöte*; tavelmöte*; \
         tavlemöte*; tavlemøde*; tavelträff*; skyddsrond*; arbetsmiljörond*; arbejdsmiljørund*; apv rund*; \
         apvrund*; apv; safety walk*; safety round*; avvikelseråd*; avvikelsegenom*; avvikelsemöte*; \
         händelseanalys*; hændelsesanalys*; uth gennemgang*; kvalitetsråd*; kvalitetsmøde*; kvalitetsmöte*; \
         kvalitetsdialog*; lessons learned; learn*; lärdom*; lära*; læring*; medarbetarenkät*; \
         medarbetarundersökning*; trivselsmåling*; employee survey*; staff survey*; after action*; quality \
         review*; quality council*; quality circle*; utvärder*; evaluer*; innovation*; best practice",
    ),
    when(
        Need::Group,
        L7,
        7,
        "debrief*; händelse*; hændelse*; erfarenhet*; erfaring*; pilot*; testa*; resultat*",
    ),
    any(L7, 5, "utvecklingsmöte*; udviklingsmøde*; utvecklingsarbete*; kvalitet*; quality; evaluation"),
    // 8 lead myself
    any(
        L8,
        8,
        "chefscirkel*; ledercirkel*; cirkel för chefer; action learning*; week in review*; veckobokslut*; \
         självledarskap*; selvledelse*; för mig själv; med mig selv; to myself; ledarcirkel*; chefskollegor \
         sparring; peer circle*; samtalsgrupp chefer; ledercoach*; executive coach*",
    ),
    any(
        L8,
        7,
        "chefshandled*; kollegahandled*; ledarhandled*; ledarskap*; ledarutveckl*; chefsutveckl*; \
         ledarprogram*; chefsprogram*; ledelsesudvikl*; lederudvikl*; lederuddann*; lederspejl*; \
         ledersupervision*; ledernetværk sparring; sparringskreds*; sparringsgruppe*; ledersparring*; \
         lederforløb*; lederkursus*; diplomuddannelse*; master i ledelse; leadership training*; leadership \
         programme*; leadership program*; leadership development*; leadership course*; management training*; \
         manager training*; peer coaching*; peer group*; peer supervision*; mentor*; coach*; reflektion*; \
         refleksion*; reflection*; reflect*; chefssamtal*; lus; lus samtal*; erfagrup*",
    ),
    any(L8, 5, "handledning*; supervision*; egen utveckling*"),
];
