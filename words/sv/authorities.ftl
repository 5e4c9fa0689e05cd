role-authority-hr = HR i en myndighet
# $authority (String) - name of an authority
roles-authority-hr = HR i { $authority }
roles-authority-hr-hint = Planerar omgångar och läser allt som är utlämnat där, och inget utanför. Lämnar ut till resten av organisationen.
results-walled = Alla är inte med här
results-walled-text = En nämnd med sin förvaltning är en egen myndighet. De här har inte lämnat ut sina svar hit, så de är inte med i siffrorna:
results-walled-nothing = Svaren härifrån visas bara tillsammans med en egen myndighets, och den har inte lämnat ut sina hit:
# $name (String) - what the group is called
# $authorities (String) - names of those left out
results-walled-name = { $name } utan { $authorities }
release-heading = Egen myndighet
# $organisation (String) - name of the organisation
# $date (String) - a day
# $role (String) - a role
release-done = Utlämnat till { $organisation } { $date }. Den som gjorde det: { $role }.
# $organisation (String) - name of the organisation
# $authority (String) - name of an authority
release-not-yet = Inte utlämnat till { $organisation }. Bara de som är med i { $authority } läser det här.
# $authority (String) - name of an authority
release-at = Lämna ut för hela { $authority }
# $organisation (String) - name of the organisation
release-open = Lämna ut till { $organisation }
# $authority (String) - name of an authority
# $organisation (String) - name of the organisation
release-what = Allt som visas för { $authority } i den här omgången läses då också av HR centralt och högsta chefen i { $organisation }, och är med i siffrorna för hela organisationen. Det är samma siffror och ord som ni ser, under samma skydd. Inget räknas ut på nytt.
release-public = Det som en annan myndighet får läsa blir i Sverige som regel en allmän handling.
release-for-good = Det går inte att ta tillbaka. Det står i loggen, på de här sidorna, och hos alla som svaren rör.
release-button = Lämna ut
said-released = Svaren är utlämnade.
seen-released = lämnade ut till resten av organisationen
act-released-to-centre = Lämnade ut en myndighets svar
act-authority-marked = Märkte en enhet som egen myndighet
act-authority-unmarked = Tog bort märket som egen myndighet
unit-authority = Egen myndighet
unit-authority-ask = En nämnd med sin förvaltning är en egen myndighet. Märks den så, läser ingen utanför svaren härifrån förrän de lämnats ut, inte heller HR centralt. Det gäller omgångar som förbereds från och med nu.
unit-authority-mark = Märk som egen myndighet
# $date (String) - a day
unit-authority-since = Egen myndighet sedan { $date }. Ingen utanför läser svaren härifrån förrän de lämnats ut.
unit-authority-unmark-text = Tas märket bort gäller det omgångar som förbereds sedan. De som redan är förberedda eller stängda ändras inte.
unit-authority-unmark = Ta bort märket
demo-authority-hr = HR i en egen myndighet
