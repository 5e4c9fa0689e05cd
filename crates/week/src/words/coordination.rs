//! Coordination.

use super::{C, Entry, Need, any, when};

pub(super) const TABLE: &[Entry] = &[
    any(
        C,
        8,
        "med min chef; min chef; my manager; my boss; with boss; with manager; line manager; min leder; \
         närmaste chef; nærmeste leder; chefsavstämning*; fokusgruppschef*",
    ),
    any(
        C,
        7,
        "chefskolleg*; lederkolleg*; ledarkolleg*; rektorskolleg*; politiker*; politician*; councillor*; \
         lokalplan*; lokalförsörjning*; kvartalsdialog*; kvartalsopfølg*; kvartalsuppfölj*; kvartalsmöte*; \
         kvartalsmøde*; quarterly*; överförmyndar*; ppr; barnkonsekvens*; skolskjuts*; skolebus*; \
         vaktmästar*; pedel*; städ*; rengøring*; cleaning*; caretaker*; cleaners; caterers; catering*; \
         kostenhet*; måltid*; måltidschef*; governors*; trustees*; core group*; child protection*; \
         safeguarding*; social services*; socialtjänst*; attendance officer*; slt; smt; senior leadership*; \
         heads briefing*; workmen*; hantverkar*; håndværker*; försäkringskassa*; arbetsförmedling*; \
         jobcenter*; sygehus*; primärvård*; vårdcentral*; apotek*; entreprenör*; entreprenør*; arkitekt*; \
         architect*; jurist*; lawyer*; legal; kommunikatör*; kommunikation*; communications*; revisor*; \
         auditor*; konsult*; studiebesök*; studiebesøg*; study visit*; överenskommelse*; remissmöte*; \
         gränsdragning*; ansvarsgrupp*; nätverk för*; mottagning*; kommundelegation; företagshälso*; \
         bedriftssundhed*; occupational health*; upphandlare*; inköpare; it support*; digitaliser*; e hälsa*; \
         verksamhetsutvecklare*; kvalitetsutvecklare*; udviklingskonsulent*; controllermöte*; budgetdialog*; \
         budgetberedning*; budgetkonferens*; indretning*; ombygning*; ombyggnation*; nybyggnation*; \
         renovering*; evakuering*; evacuation plan*; planmöte*; avgiftshandlägg*; biståndsbedöm*; bistånd*; \
         myndighet*; remissmöte; överläggning*; förhandling*; forhandling*; negotiation*; fackförbund*; \
         kommunal ombud; vårdförbundet*; lärarförbundet*; sveriges lärare; foa; fagligt*; bupl; dlf; blu; \
         dsr; ledningsgrupp*; ledning; ledningsmöte*; förvaltningsledning*; lg; llg; ledningsteam*; \
         ledningsråd*; ledergruppe*; ledermøde*; lederteam*; ledelsesmøde*; ledelsesteam*; ledelsesgruppe*; \
         ledelsesforum*; lederforum*; lederkreds*; skolelederkreds*; chefsmöte*; chefmøde*; chefgruppe*; \
         chefsgrupp*; chefsforum*; chefforum*; chefsträff*; chefsdag*; enhetschefsmöte*; enhetschefer*; \
         *chefsmöte; *chefsträff; rektorsmöte*; rektorsgrupp*; rektorsträff*; rektorskonferens*; direktion*; \
         management team*; management meeting*; leadership team*; leadership meeting*; executive*; managers \
         forum; managers meeting; nämnd*; *nämnd; utskott*; arbetsutskott*; *utskott; kommunstyrelse*; \
         kommunfullmäktige*; fullmäktige*; presidi*; beredning*; *beredning; udvalg*; *udvalg; *udvalgsmøde; \
         byråd*; kommunalbestyrelse*; regionsråd*; bestyrelse*; board; board meeting*; committee*; council; \
         council meeting*; steering*; works council*; samverkan*; *samverkan; fsg; lsg; csg; cesam; fösam; \
         lösam; mbl; mbl*; fack*; facklig*; skyddskommitté*; skyddsombud*; skyddsmöte*; *skyddskommitté; med \
         møde; medmøde*; lmu; lokalmed*; lokal med; hovedmed*; hmu; amu; amg; amr; arbejdsmiljøgruppe*; \
         arbejdsmiljøudvalg*; arbejdsmiljørepræsentant*; trio*; tr; tillidsrepræsentant*; tillidsmand*; \
         medudvalg*; fagforening*; union*; safety committee*; health and safety committee*; styrgrupp*; \
         styregruppe*; projektgrupp*; projektmöte*; projektmøde*; projektgruppe*; referensgrupp*; \
         referencegruppe*; følgegruppe*; arbetsgrupp*; arbejdsgruppe*; working group*; task force; project*; \
         byggmöte*; byggemøde*; samordning*; *samordning; koordiner*; coordinat*; driftmöte*; driftsmöte*; \
         driftmøde*; driftsmøde*; operations meeting*; daglig styrning*; daily management; sip; samordnad*; \
         vårdplanering*; utskrivning*; discharge*; case conference*; case meeting*; elevhälso*; eht; \
         elevvård*; ehm; visitation*; tværfaglig*; tvärprofession*; rehabråd*; netværksmøde*; nätverksmöte*; \
         nätverksträff*; underretning*; orosanmälan*; leverantör*; leverandør*; supplier*; vendor*; \
         contractor*; upphandling*; udbud*; procurement*; kontraktmøde*; avtalsuppfölj*; avtalsmöte*; \
         dialogmöte*; dialogmøde*; temamøde*; temamöte*; infomöte*; infomøde*; infoträff*; informationsmöte*; \
         informationsmøde*; informationsträff*; information meeting*; briefing*; town hall*; townhall*; \
         orientering*; uppstartsmöte*; opstartsmøde*; startmöte*; kick off*; kickoff*; planeringsmöte*; \
         planlægningsmøde*; planning meeting*; touch base; stormöte*",
    ),
    any(
        C,
        6,
        "chef; *chef; centerchef*; verksamhetschef*; områdeschef*; områdechef*; förvaltningschef*; \
         forvaltningschef*; avdelningschef*; afdelingschef*; distriktschef*; skolchef*; skolechef*; \
         direktör*; direktør*; kommundirektör*; boss; director*; nätverk*; netværk*; network*; projekt*; \
         forum; *forum; konferens*; konference*; conference*; workshop*; arbetsmöte*; arbejdsmøde*; hr; hr \
         partner; hr specialist*; hr konsult*; hr konsulent*; hr business*; ekonom; controller*; \
         økonomikonsulent*; økonomimøde*; ekonomimöte*; finance; catch up with finance; it avdelning*; \
         biståndshandlägg*; handläggare*; planerare*; samordnare*; visitator*; sagsbehandler*; kurator*; \
         psykolog*; kommun*; region*; forvaltning*; förvaltning*; nämndsekr*; råd; *rådet; partner*; \
         stakeholder*; demo; status project; ops",
    ),
    when(
        Need::NotTwo,
        C,
        4,
        "avstämning*; uppföljning*; opfølgning*; afstemning*; status*; statusmöte*; statusmøde*; sync*; check \
         in; check; catch up; follow up; koll; genomgång*; gennemgang*; planering; planlægning; planning; \
         dialog*; samråd*; review; update*; *träff",
    ),
    any(
        C,
        3,
        "möte; *möte; møde; *møde; meeting*; sammanträde*; konf; teams*; skype*; zoom; call; telefonmöte*; \
         telefonmøde*; videomöte*; videomøde*; samtal; samtale; träff*; drøftelse*; diskussion*; discussion*; \
         session",
    ),
];
