// What is promised, and what is not, before anything is answered: these words and no others.
export const promised = {
  sv: [
    "Systemet vet att du hämtat en valsedel, inte vad du svarat. Svaret skickas utan ditt namn och utan tid, och kopplingen kan inte räknas fram i efterhand ens av den som har hela databasen.",
    "Resultat visas en gång, för minst 6 svar, och aldrig så att en mindre grupp kan räknas ut. Har nästan alla svarat lika säger vi bara det.",
    "Den som i hemlighet ändrar programmet eller avlyssnar servern under tiden kan försöka para ihop tidpunkter. Vill du skydda dig även mot det: svara från annan uppkoppling eller använd papperslapp.",
    "Tappar du både webbläsare och valkod går rösten inte att återskapa.",
  ],
  da: [
    "Systemet ved, at du har hentet en stemmeseddel, ikke hvad du svarede. Svaret sendes uden navn og tidspunkt, og koblingen kan ikke beregnes bagefter, heller ikke af den, der har hele databasen.",
    "Resultater vises én gang, for mindst 6 svar, og aldrig så en mindre gruppe kan regnes ud. Har næsten alle svaret ens, siger vi kun det.",
    "En, der i hemmelighed ændrer programmet eller aflytter serveren imens, kan forsøge at parre tidspunkter. Vil du sikre dig mod det: svar fra en anden forbindelse eller brug en papirseddel.",
    "Mister du både browser og stemmekode, kan stemmen ikke genskabes.",
  ],
  en: [
    "The system knows that you collected a ballot, not what you answered. The answer is sent without your name and without a time, and the link cannot be computed afterwards, not even by someone holding the whole database.",
    "Results are shown once, for at least 6 answers, and never so that a smaller group can be worked out. If nearly everyone answered alike we say only that.",
    "Someone who secretly alters the program or taps the server while the round is open can try to match times. To be safe from that too, answer from another connection or use a paper slip.",
    "If you lose both browser and ballot code, the vote cannot be recovered.",
  ],
};
