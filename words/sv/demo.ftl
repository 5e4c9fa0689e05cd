demo-lead = Allt här är påhittat. Välj vem du vill vara.
# $name (String) - the person
demo-try = Logga in som { $name }
demo-manager = Enhetschef i hemtjänsten
demo-principal = Rektor
demo-employee = Medarbetare i hemtjänsten
demo-hr = Personalavdelningen
demo-top-manager = Kommunchef
demo-it = Driften
outbox-lead = Här ligger de brev som skulle ha skickats. I en provkörning skickas inget.
outbox-empty = Inga brev ännu. Be om en inloggningslänk, så kommer ett.
# $mail (String) - the address
# $when (String) - date and time
outbox-to = Till { $mail }, { $when }
