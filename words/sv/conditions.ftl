conditions-heading = Det du har att leda med
conditions-lead = Siffrorna att ta med uppåt: hur uppdraget är byggt, inte hur du är. Sidan är din. Ingen annan ser den förrän du visar den.
conditions-print = Skriv ut den eller spara den som pdf från webbläsarens meny.
conditions-assignment = Uppdraget
conditions-units = Det du leder
conditions-sites = Platser
conditions-own-manager = Närmaste chef
conditions-no-manager = Ingen i Pejling
conditions-span = Medarbetare du leder
conditions-span-text = Anställda i dina enheter i dag, du själv oräknad.
conditions-week = Veckan
# $weeks (String) - number of weeks
# $from (String) - date
# $to (String) - date
conditions-weeks = Medelvärden. Antal veckor: { $weeks }, mellan { $from } och { $to }.
conditions-empty = Veckan saknas än
conditions-empty-text = Läs in din kalender, så visar sidan också möten, administration, tid utanför arbetstiden och ostörda stunder. Rubrikerna sparas inte.
conditions-empty-action = Läs in kalendern
# $hours (String) - hours
conditions-hours = { $hours } h
# $minutes (String) - minutes
conditions-minutes = { $minutes } min
# $hours (String) - hours
# $minutes (String) - minutes
conditions-hours-and-minutes = { $hours } h { $minutes } min
# $percent (String) - a whole number
conditions-share = { $percent } %
# $percent (String) - a whole number
conditions-below = under { $percent } %
conditions-booked = Bokat i veckan
conditions-booked-text = Dubbelbokad tid räknas en gång. Allt arbete är inte bokat.
conditions-outside = Utanför arbetstid, i veckan
conditions-outside-text = Bokat före och efter den arbetstid du har angett.
conditions-meetings = I möten
conditions-meetings-text = Av arbetstiden, med minst en till.
conditions-administration = Administration
conditions-administration-text = Av arbetstiden, så som den står i kalendern.
# $percent (String) - a share with its unit
conditions-administration-reckoned = Av arbetstiden. Däri ingår { $percent } som du själv har uppskattat, utöver det som står i kalendern.
conditions-with-manager = Ensam med närmaste chef, i veckan
# $percent (String) - a share with its unit
conditions-with-manager-text = Det är { $percent } av arbetstiden.
conditions-undisturbed = Ostörda stunder om dagen
# $minutes (Number) - fewest minutes
conditions-undisturbed-text = Minst { $minutes } minuter inom arbetstiden utan något bokat.
conditions-one-to-ones = Enskilda samtal i veckan
conditions-one-to-ones-text = Samtal på tu man hand, utom de med närmaste chef.
conditions-here = Här
# $name (String) - what the figure is
# $value (String) - the own figure
# $published (String) - the published figure
conditions-range = { $name }: { $value }. Publicerat: { $published }.
# $source (String) - who published it
# $year (String) - when
conditions-source = { $source } ({ $year })
conditions-how = Så är siffrorna räknade
conditions-how-working = Arbetstid är den avtalade tiden, utan dagar du var borta. En vecka med mer bokat än så räknas med det bokade. Veckor helt utan arbete är inte med.
conditions-how-meetings = Siffrorna kommer ur kalendern. Det som aldrig bokas syns inte, så verkligheten kan vara fullare än sidan.
conditions-how-range = Publicerade siffror visar hur andra har det. De är inga rätta svar, och flera bygger på få chefer.
conditions-others = Vad andra chefer säger
# $value (String) - a share
reference-meetings-health-care = Chefer i svensk sjukvård: ungefär { $value } procent av tiden i möten.
# $value (String) - a share
reference-administration-health-care = Chefer i svensk sjukvård: { $value } procent av tiden på administration.
# $value (String) - a share
reference-own-manager-health-care = Chefer i svensk sjukvård: under { $value } procent av tiden ensamma med sin chef.
# $value (String) - a share
reference-meetings-six-managers = Sex svenska chefer som förde logg i fyra veckor: { $value } procent av tiden i möten.
# $value (String) - hours and minutes
reference-day-six-managers = Sex svenska chefer som förde logg i fyra veckor arbetade { $value } om dagen.
# $value (String) - a share
reference-half-on-administration = { $value } procent av 963 svenska chefer lägger mer än halva tiden på administration.
# $value (String) - a share
reference-interrupted-too-often = { $value } procent av svenska chefer blir avbrutna för ofta.
# $value (String) - a share
reference-too-little-time-for-staff = { $value } procent av danska sjuksköterskor som är chefer har för lite tid för sina medarbetare.
# $value (String) - persons
reference-span-first-line-municipal = Första linjens chefer i svenska kommuner: i medeltal { $value }.
# $value (String) - persons
reference-span-first-line-region = Första linjens chefer i svenska regioner: i medeltal { $value }.
# $value (String) - persons
reference-span-guideline = Riktvärden från fack, forskning och utredning i Sverige: { $value }.
# $value (String) - persons
reference-span-elder-care = Svensk äldreomsorg: { $value }, lägst i hemtjänst och högst i särskilt boende.
# $value (String) - persons
reference-span-elder-care-dk = Dansk äldreomsorg: { $value }.
# $value (String) - persons
reference-span-health-dk = Dansk sjukvård och psykiatri: { $value }.
# $value (String) - persons
reference-span-administration-dk = Dansk förvaltning: { $value }.
# $value (String) - persons
reference-span-nurses-dk = Danska sjuksköterskor som är chefer: { $value }, från det de själva vill ha till det de har i medeltal.
