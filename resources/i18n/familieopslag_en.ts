<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
    <context>
        <name>AboutPage</name>
        <message>
            <source>Opslag af personer og deres familie i KOMBIT Serviceplatformens SF6006 Familie+.</source>
            <translation>Looks up persons and their family in KOMBIT Serviceplatformen's SF6006 Familie+.</translation>
        </message>
        <message>
            <source>Programmet sender ingen data til leverandøren. Det opdaterer ikke sig selv.</source>
            <translation>The program sends no data to its vendor. It does not update itself.</translation>
        </message>
        <message>
            <source>SF6006 Familie+ er lukket for nye anvendere. KOMBIT henviser til SF1520 og SF1525.</source>
            <translation>SF6006 Familie+ is closed to new users. KOMBIT refers to SF1520 and SF1525.</translation>
        </message>
        <message>
            <source>Licens: European Union Public Licence (EUPL) 1.2. Programmet er uden garanti.</source>
            <translation>Licence: European Union Public Licence (EUPL) 1.2. The program comes without warranty.</translation>
        </message>
        <message>
            <source>Qt {qt} · Python {python} · {system}</source>
            <translation>Qt {qt} · Python {python} · {system}</translation>
        </message>
    </context>
    <context>
        <name>AddressPanel</name>
        <message>
            <source>Adresse</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Kopiér adresselabel</source>
            <translation>Copy address label</translation>
        </message>
        <message>
            <source>Anden adresse</source>
            <translation>Other address</translation>
        </message>
        <message>
            <source>Beskyttet adresse, vises for en tid</source>
            <translation>Protected address, shown for a while</translation>
        </message>
        <message>
            <source>Vis beskyttede oplysninger …</source>
            <translation>Show protected data …</translation>
        </message>
        <message>
            <source>Ctrl+Skift+B</source>
            <translation>Ctrl+Shift+B</translation>
        </message>
    </context>
    <context>
        <name>AuditKeyPanel</name>
        <message>
            <source>Brug programmets mappe</source>
            <translation>Use the program's folder</translation>
        </message>
        <message>
            <source>Fejl-id</source>
            <translation>Fault id</translation>
        </message>
        <message>
            <source>Denne pc har ingen nøglering, som programmet kan gemme hemmeligheder sikkert i. Loggen over opslag skal bruge en nøgle, og uden den kan der ikke slås op.</source>
            <translation>This computer has no keyring in which the program can keep secrets safely. The log of lookups needs a key, and without it nobody can be looked up.</translation>
        </message>
        <message>
            <source>Vælg en fil til nøglen, eller brug programmets egen mappe. Er filen der ikke, laver programmet den, første gang der logges, så kun du kan læse den. Har kommunen givet dig en nøglefil, så vælg den. Gem en kopi af filen et sikkert sted: uden nøglen kan ingen finde en borger i loggen.</source>
            <translation>Choose a file for the key, or use the folder of the program. If the file is not there, the program makes it the first time something is logged, readable by you alone. If your municipality has given you a key file, choose that one. Keep a copy of the file in a safe place: without the key nobody can find a citizen in the log.</translation>
        </message>
        <message>
            <source>Denne pc har ingen nøglering, som programmet kan gemme hemmeligheder sikkert i, og din administrator har bestemt, at nøglen til loggen over opslag skal være i en nøglering. Bed administratoren om en nøglering eller en nøglefil til denne pc. Der kan ikke slås op før.</source>
            <translation>This computer has no keyring in which the program can keep secrets safely, and your administrator has decided that the key to the log of lookups must be in a keyring. Ask the administrator for a keyring or a key file for this computer. Nobody can be looked up before that.</translation>
        </message>
        <message>
            <source>Din administrator har bestemt, hvilken fil nøglen til loggen over opslag er i, og programmet kan ikke bruge den på denne pc. Bed administratoren om at rette det. Der kan ikke slås op før.</source>
            <translation>Your administrator has decided which file the key to the log of lookups is in, and the program cannot use it on this computer. Ask the administrator to put that right. Nobody can be looked up before that.</translation>
        </message>
        <message>
            <source>Programmet kan ikke lave filen med loggens nøgle der. Vælg en mappe, som findes, og som du må skrive i.</source>
            <translation>The program cannot make the file with the log's key there. Choose a folder that exists and that you may write in.</translation>
        </message>
        <message>
            <source>Filen kan ikke bruges til loggens nøgle: andre end dig kan læse den, eller der står noget andet i den. Vælg en anden fil.</source>
            <translation>The file cannot be used for the log's key: others than you can read it, or something else is in it. Choose another file.</translation>
        </message>
    </context>
    <context>
        <name>BannerStack</name>
        <message>
            <source>{count} flere meddelelser</source>
            <translation>{count} more messages</translation>
        </message>
        <message>
            <source>{count} flere</source>
            <translation>{count} more</translation>
        </message>
        <message>
            <source>{count} flere meddelelser, foldet</source>
            <translation>{count} more messages, folded</translation>
        </message>
        <message>
            <source>Vis færre</source>
            <translation>Show fewer</translation>
        </message>
        <message>
            <source>Vis færre meddelelser</source>
            <translation>Show fewer messages</translation>
        </message>
    </context>
    <context>
        <name>CaseNumberField</name>
        <message>
            <source>Sagsnummer</source>
            <translation>Case number</translation>
        </message>
    </context>
    <context>
        <name>CertificatePanel</name>
        <message>
            <source>Importér certifikat (.p12/.pfx) …</source>
            <translation>Import certificate (.p12/.pfx) …</translation>
        </message>
        <message>
            <source>Skriv adgangskoden …</source>
            <translation>Enter the passphrase …</translation>
        </message>
        <message>
            <source>Fjern</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Fjern certifikatet</source>
            <translation>Remove the certificate</translation>
        </message>
        <message>
            <source>Der er ikke valgt noget certifikat.</source>
            <translation>No certificate has been chosen.</translation>
        </message>
        <message>
            <source>Certifikatet læses …</source>
            <translation>Reading the certificate …</translation>
        </message>
        <message>
            <source>Fil: {file}</source>
            <translation>File: {file}</translation>
        </message>
        <message>
            <source>Vælg kommunens certifikat</source>
            <translation>Choose the municipality's certificate</translation>
        </message>
        <message>
            <source>Certifikater med nøgle (*.p12 *.pfx)</source>
            <translation>Certificates with a key (*.p12 *.pfx)</translation>
        </message>
        <message>
            <source>Alle filer (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>Skriv adgangskoden til {file}.</source>
            <translation>Enter the passphrase for {file}.</translation>
        </message>
        <message>
            <source>Importér</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Skriv adgangskoden til certifikatet.</source>
            <translation>Enter the passphrase for the certificate.</translation>
        </message>
        <message>
            <source>Åbn</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Certifikatet er kopieret til programmets mappe. Det bruges, når du gemmer.</source>
            <translation>The certificate has been copied to the program's folder. It is used once you save.</translation>
        </message>
        <message>
            <source>Programmets kopi af det tidligere fjernes da.</source>
            <translation>The program's copy of the previous one is then removed.</translation>
        </message>
        <message>
            <source>Når du gemmer, bruges certifikatet ikke mere, og programmets kopi fjernes.</source>
            <translation>Once you save, the certificate is no longer used, and the program's copy is removed.</translation>
        </message>
        <message>
            <source>Fejl-id</source>
            <translation>Error id</translation>
        </message>
    </context>
    <context>
        <name>ClearingPresenter</name>
        <message>
            <source>Rydder efter {minutes} min. uden aktivitet</source>
            <translation>Clears after {minutes} min. without activity</translation>
        </message>
        <message>
            <source>Rydder om {minutes} min.</source>
            <translation>Clears in {minutes} min.</translation>
        </message>
        <message>
            <source>Rydder om {time}</source>
            <translation>Clears in {time}</translation>
        </message>
        <message>
            <source>Klar</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Ryddet pga. inaktivitet.</source>
            <translation>Cleared because of inactivity.</translation>
        </message>
        <message>
            <source>Ryddet, fordi skærmen blev låst.</source>
            <translation>Cleared because the screen was locked.</translation>
        </message>
        <message>
            <source>Ryddet, fordi du forlod skærmen.</source>
            <translation>Cleared because you left the screen.</translation>
        </message>
        <message>
            <source>Ryddet, fordi computeren gik i dvale.</source>
            <translation>Cleared because the computer went to sleep.</translation>
        </message>
        <message>
            <source>Ryddet, fordi der skete en fejl i programmet.</source>
            <translation>Cleared because something went wrong in the program.</translation>
        </message>
        <message>
            <source>Ryddet. Der er ikke længere oplysninger om nogen på skærmen eller i historikken.</source>
            <translation>Cleared. There is no information about anybody on the screen or in the history any more.</translation>
        </message>
    </context>
    <context>
        <name>Confirmation</name>
        <message>
            <source>Kun til brev til personen selv</source>
            <translation>Only for a letter to the person</translation>
        </message>
        <message>
            <source>Handlingen logges med dit brugernavn.</source>
            <translation>This is logged with your user name.</translation>
        </message>
        <message>
            <source>Annullér</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>ConnectionTestCommand</name>
        <message>
            <source>Resultatet er kopieret. Det indeholder ingen personoplysninger.</source>
            <translation>The result has been copied. It holds no personal data.</translation>
        </message>
    </context>
    <context>
        <name>ConnectionTestDialog</name>
        <message>
            <source>Luk</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>ConnectionTestPanel</name>
        <message>
            <source>Kopiér resultatet</source>
            <translation>Copy the result</translation>
        </message>
        <message>
            <source>Testnummer</source>
            <translation>Test number</translation>
        </message>
        <message>
            <source>prøves …</source>
            <translation>being tried …</translation>
        </message>
        <message>
            <source>Stop testen</source>
            <translation>Stop the test</translation>
        </message>
        <message>
            <source>Test forbindelse</source>
            <translation>Test connection</translation>
        </message>
        <message>
            <source>Testen slår ingen personer op.</source>
            <translation>The test looks nobody up.</translation>
        </message>
        <message>
            <source>Testen slår ingen personer op, medmindre du skriver et testnummer. Det slås op som alle andre, og opslaget logges.</source>
            <translation>The test looks nobody up unless you type a test number. It is looked up like any other, and the lookup is on record.</translation>
        </message>
    </context>
    <context>
        <name>ConnectionTestPresenter</name>
        <message>
            <source>Testen blev afbrudt.</source>
            <translation>The test was stopped.</translation>
        </message>
        <message>
            <source>Vælg først et formål ved søgefeltet. Det skal også logges for et testnummer.</source>
            <translation>First choose a purpose at the search field. It is put on record for a test number too.</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>Fejl-id</source>
            <translation>Error id</translation>
        </message>
        <message>
            <source>Fejlrapport uden personoplysninger</source>
            <translation>Error report without personal data</translation>
        </message>
        <message>
            <source>Kopiér fejlrapport</source>
            <translation>Copy error report</translation>
        </message>
        <message>
            <source>Luk programmet</source>
            <translation>Close the program</translation>
        </message>
        <message>
            <source>Fortsæt</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Fejlrapporten fortæller, hvor i programmet det skete. Den indeholder ingen personoplysninger.</source>
            <translation>The error report tells where in the program it happened. It holds no personal data.</translation>
        </message>
        <message>
            <source>Der er sket fejl {times} gange.</source>
            <translation>It has happened {times} times.</translation>
        </message>
        <message>
            <source>Fejlrapporten er kopieret.</source>
            <translation>The error report has been copied.</translation>
        </message>
    </context>
    <context>
        <name>ErrandBar</name>
        <message>
            <source>Vælg formål</source>
            <translation>Choose purpose</translation>
        </message>
        <message>
            <source>Formål</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>F&amp;ormål</source>
            <translation>Purp&amp;ose</translation>
        </message>
        <message>
            <source>&amp;Sagsnr.</source>
            <translation>Ca&amp;se no.</translation>
        </message>
    </context>
    <context>
        <name>ExportPresenter</name>
        <message>
            <source>Der er intet at kopiere her. Gå til et felt, og prøv igen.</source>
            <translation>There is nothing to copy here. Go to a field and try again.</translation>
        </message>
        <message>
            <source>Udklipsholderen er ryddet.</source>
            <translation>The clipboard has been cleared.</translation>
        </message>
        <message>
            <source>Kopiér og log</source>
            <translation>Copy and log</translation>
        </message>
        <message>
            <source>Der er ikke kopieret noget: et andet program optager udklipsholderen. Prøv igen.</source>
            <translation>Nothing was copied: another program keeps the clipboard busy. Try again.</translation>
        </message>
        <message>
            <source>Udklipsholderen ryddes om {seconds} sek.</source>
            <translation>The clipboard is cleared in {seconds} seconds.</translation>
        </message>
    </context>
    <context>
        <name>FailurePanel</name>
        <message>
            <source>Prøv igen (F5)</source>
            <translation>Try again (F5)</translation>
        </message>
        <message>
            <source>Kopiér fejlrapport</source>
            <translation>Copy error report</translation>
        </message>
        <message>
            <source>Tekniske detaljer</source>
            <translation>Technical details</translation>
        </message>
        <message>
            <source>Fejl-id</source>
            <translation>Fault id</translation>
        </message>
    </context>
    <context>
        <name>FamilyModel</name>
        <message>
            <source>under 18</source>
            <translation>under 18</translation>
        </message>
        <message>
            <source>samme adresse</source>
            <translation>same address</translation>
        </message>
        <message>
            <source>Beskyttet, vises for en tid.</source>
            <translation>Protected, shown for a while.</translation>
        </message>
        <message>
            <source>Navn</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>Relation</translation>
        </message>
        <message>
            <source>CPR-nummer</source>
            <translation>CPR number</translation>
        </message>
        <message>
            <source>Alder</source>
            <translation>Age</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Bopæl</source>
            <translation>Residence</translation>
        </message>
    </context>
    <context>
        <name>FamilyPanel</name>
        <message>
            <source>Familie</source>
            <translation>Family</translation>
        </message>
        <message>
            <source>Tabel</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>Stamtræ</source>
            <translation>Family tree</translation>
        </message>
        <message>
            <source>Vis adresser</source>
            <translation>Show addresses</translation>
        </message>
        <message>
            <source>Dobbeltklik eller Enter slår personen op. Opslaget logges.</source>
            <translation>Double-click or Enter looks the person up. The lookup is logged.</translation>
        </message>
        <message>
            <source>Familie ({count})</source>
            <translation>Family ({count})</translation>
        </message>
        <message>
            <source>Ingen familie i svaret.</source>
            <translation>No family in the reply.</translation>
        </message>
    </context>
    <context>
        <name>FirstRunDialog</name>
        <message>
            <source>Sæt Familieopslag op</source>
            <translation>Set up Familieopslag</translation>
        </message>
        <message>
            <source>Prøv med testpersoner</source>
            <translation>Try with test persons</translation>
        </message>
        <message>
            <source>Annullér</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Tilbage</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Miljø</source>
            <translation>Environment</translation>
        </message>
        <message>
            <source>Programmet er ikke sat op på denne pc endnu. Vælg det miljø, som kommunens serviceaftale gælder. Vil du kun se programmet, så vælg »Prøv med testpersoner«: det kræver ingen aftale.</source>
            <translation>The program has not been set up on this computer yet. Choose the environment that the municipality's service agreement is for. If you only want to see the program, choose “Try with test persons”: it needs no agreement.</translation>
        </message>
        <message>
            <source>Certifikat</source>
            <translation>Certificate</translation>
        </message>
        <message>
            <source>Vælg filen med kommunens certifikat og dets nøgle. Filen kopieres, som den er, og adgangskoden bliver aldrig skrevet i en fil.</source>
            <translation>Choose the file with the municipality's certificate and its key. The file is copied as it is, and the passphrase is never written to a file.</translation>
        </message>
        <message>
            <source>UUID'er</source>
            <translation>UUIDs</translation>
        </message>
        <message>
            <source>De tre UUID'er står i serviceaftalen på Serviceplatformen. Du kan sætte dem ind med Ctrl+V.</source>
            <translation>The three UUIDs are in the service agreement on Serviceplatformen. You can paste them with Ctrl+V.</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Prøv forbindelsen, før du begynder. Du kan gemme, selv om den ikke virker endnu.</source>
            <translation>Test the connection before you begin. You can save even if it does not work yet.</translation>
        </message>
        <message>
            <source>Trin {number} af {count}: {title}</source>
            <translation>Step {number} of {count}: {title}</translation>
        </message>
        <message>
            <source>Gem og begynd</source>
            <translation>Save and begin</translation>
        </message>
        <message>
            <source>Næste</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Ret det, der er markeret.</source>
            <translation>Correct what is marked.</translation>
        </message>
        <message>
            <source>Vælg en fil til loggens nøgle, før du går videre.</source>
            <translation>Choose a file for the log's key before you go on.</translation>
        </message>
        <message>
            <source>Importér kommunens certifikat, før du går videre.</source>
            <translation>Import the municipality's certificate before you go on.</translation>
        </message>
    </context>
    <context>
        <name>FoldedFields</name>
        <message>
            <source>udfoldet</source>
            <translation>unfolded</translation>
        </message>
        <message>
            <source>foldet</source>
            <translation>folded</translation>
        </message>
    </context>
    <context>
        <name>Heading</name>
        <message>
            <source>Kopiér ▾</source>
            <translation>Copy ▾</translation>
        </message>
        <message>
            <source>Kopiér</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Telefonvisning F8</source>
            <translation>Phone view F8</translation>
        </message>
        <message>
            <source>Telefonvisning (F8)</source>
            <translation>Phone view (F8)</translation>
        </message>
        <message>
            <source>Navn</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>CPR-nummer</source>
            <translation>CPR number</translation>
        </message>
    </context>
    <context>
        <name>HistoryMenu</name>
        <message>
            <source>Seneste opslag</source>
            <translation>Recent lookups</translation>
        </message>
    </context>
    <context>
        <name>IdleWarning</name>
        <message>
            <source>Fortsæt</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Oplysningerne ryddes om {seconds} sekunder. Tryk en tast for at fortsætte.</source>
            <translation>The information is cleared in {seconds} seconds. Press a key to continue.</translation>
        </message>
    </context>
    <context>
        <name>LookupPresenter</name>
        <message>
            <source>Numrene i CPR henviser til hinanden. Der er ikke foretaget et nyt opslag.</source>
            <translation>The numbers in CPR refer to each other. No new lookup was made.</translation>
        </message>
        <message>
            <source>Opslaget blev annulleret. Der vises ingen oplysninger.</source>
            <translation>The lookup was cancelled. Nothing is shown.</translation>
        </message>
        <message>
            <source>Seneste opslag vises ikke i Telefonvisning.</source>
            <translation>Recent lookups are not shown in the phone view.</translation>
        </message>
        <message>
            <source>Der er ikke slået nogen op endnu.</source>
            <translation>Nobody has been looked up yet.</translation>
        </message>
        <message>
            <source>Klar</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Henter oplysninger …</source>
            <translation>Fetching …</translation>
        </message>
        <message>
            <source>Det tager længere end normalt …</source>
            <translation>This takes longer than usual …</translation>
        </message>
        <message>
            <source>Serviceplatformen har endnu ikke svaret. Tryk Esc for at annullere.</source>
            <translation>Serviceplatformen has not answered yet. Press Esc to cancel.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Klar</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Intet opslag endnu.   F1 viser genveje.   F8: Telefonvisning</source>
            <translation>No lookup yet.   F1 shows the shortcuts.   F8: Phone view</translation>
        </message>
        <message>
            <source>BESKYTTET</source>
            <translation>PROTECTED</translation>
        </message>
        <message>
            <source>Familien vises som stamtræ.</source>
            <translation>The family is shown as a family tree.</translation>
        </message>
        <message>
            <source>Familien vises som tabel.</source>
            <translation>The family is shown as a table.</translation>
        </message>
        <message>
            <source>Fejlrapporten er kopieret. Den indeholder ingen personoplysninger.</source>
            <translation>The error report has been copied. It holds no personal data.</translation>
        </message>
        <message>
            <source>Opslags-id er kopieret. Det indeholder ingen personoplysninger.</source>
            <translation>The lookup id has been copied. It holds no personal data.</translation>
        </message>
        <message>
            <source>{count} opslags-id'er er kopieret. De indeholder ingen personoplysninger.</source>
            <translation>{count} lookup ids have been copied. They hold no personal data.</translation>
        </message>
        <message>
            <source>Tekststørrelse {percent} %</source>
            <translation>Text size {percent} %</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Fejl-id</source>
            <translation>Fault id</translation>
        </message>
    </context>
    <context>
        <name>NoticeStrip</name>
        <message>
            <source>Luk</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Luk meddelelsen</source>
            <translation>Close the message</translation>
        </message>
    </context>
    <context>
        <name>NumberField</name>
        <message>
            <source>Fortryd</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Klip</source>
            <translation>Cut</translation>
        </message>
        <message>
            <source>Kopiér</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Sæt ind</source>
            <translation>Paste</translation>
        </message>
        <message>
            <source>Slet</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Markér alt</source>
            <translation>Select all</translation>
        </message>
    </context>
    <context>
        <name>OnRecord</name>
        <message>
            <source>Der er ikke kopieret eller udskrevet noget, for det kan ikke logges. {action} ({code} · {id})</source>
            <translation>Nothing was copied or printed because it cannot be logged. {action} ({code} · {id})</translation>
        </message>
        <message>
            <source>Det, der blev vist, er ændret. Der er ikke kopieret eller udskrevet noget.</source>
            <translation>What was shown has changed. Nothing was copied or printed.</translation>
        </message>
    </context>
    <context>
        <name>OriginLine</name>
        <message>
            <source>Kopiér</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Kopiér opslags-id</source>
            <translation>Copy lookup id</translation>
        </message>
        <message>
            <source>Kilde: {source} · hentet {time} · Opslags-id {id} og {count} til</source>
            <translation>Source: {source} · fetched {time} · lookup id {id} and {count} more</translation>
        </message>
        <message>
            <source>Kilde: {source} · hentet {time} · Opslags-id {id}</source>
            <translation>Source: {source} · fetched {time} · lookup id {id}</translation>
        </message>
    </context>
    <context>
        <name>PackageDialog</name>
        <message>
            <source>Fejlpakke til it-support</source>
            <translation>Package for IT support</translation>
        </message>
        <message>
            <source>Dele af fejlpakken</source>
            <translation>Parts of the package</translation>
        </message>
        <message>
            <source>Samler oplysninger og prøver forbindelsen. Der slås ingen personer op …</source>
            <translation>Gathering information and testing the connection. Nobody is looked up …</translation>
        </message>
        <message>
            <source>Gem som …</source>
            <translation>Save as …</translation>
        </message>
        <message>
            <source>Annullér</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Pakken hjælper it-support med at finde en fejl. Den gemmes på din pc og sendes ikke til nogen. Se her, hvad der kommer med.</source>
            <translation>The package helps IT support find a fault. It is saved on your computer and sent to nobody. See here what goes into it.</translation>
        </message>
        <message>
            <source>{name}, kan ikke gemmes</source>
            <translation>{name}, cannot be saved</translation>
        </message>
        <message>
            <source>Pakken kan ikke gemmes. Der står noget, som ligner et CPR-nummer, et navn eller en adresse, i {part}. Fortæl it-support, hvilken del det er.</source>
            <translation>The package cannot be saved. Something that looks like a CPR number, a name or an address is in {part}. Tell IT support which part it is.</translation>
        </message>
        <message>
            <source>Pakken indeholder ingen personoplysninger.</source>
            <translation>The package holds no personal data.</translation>
        </message>
        <message>
            <source>Der kunne ikke samles nogen oplysninger.</source>
            <translation>No information could be gathered.</translation>
        </message>
        <message>
            <source>Vises ikke: der er noget i den, som måske handler om nogen.</source>
            <translation>Not shown: something in it may be about somebody.</translation>
        </message>
        <message>
            <source>Indhold af {name}</source>
            <translation>Contents of {name}</translation>
        </message>
        <message>
            <source>Intet valgt</source>
            <translation>Nothing chosen</translation>
        </message>
    </context>
    <context>
        <name>PackagePresenter</name>
        <message>
            <source>Gem fejlpakke</source>
            <translation>Save package</translation>
        </message>
        <message>
            <source>Zip-filer (*.zip)</source>
            <translation>Zip files (*.zip)</translation>
        </message>
        <message>
            <source>Fejlpakken er gemt. Den indeholder ingen personoplysninger.</source>
            <translation>The package has been saved. It holds no personal data.</translation>
        </message>
    </context>
    <context>
        <name>PassphraseDialog</name>
        <message>
            <source>Adgangskode til certifikatet</source>
            <translation>Passphrase for the certificate</translation>
        </message>
        <message>
            <source>&amp;Adgangskode</source>
            <translation>&amp;Passphrase</translation>
        </message>
        <message>
            <source>&amp;Gem adgangskoden i pc'ens nøglering</source>
            <translation>&amp;Keep the passphrase in the computer's keyring</translation>
        </message>
        <message>
            <source>Annullér</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Fortsæt</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Kommunens certifikat skal åbnes, før der kan slås op. Skriv adgangskoden.</source>
            <translation>The municipality's certificate has to be opened before anybody can be looked up. Enter the passphrase.</translation>
        </message>
        <message>
            <source>Adgangskoden huskes kun, til programmet lukkes.</source>
            <translation>The passphrase is only remembered until the program is closed.</translation>
        </message>
    </context>
    <context>
        <name>PassphraseForm</name>
        <message>
            <source>Adgangskode til certifikatet</source>
            <translation>Passphrase for the certificate</translation>
        </message>
        <message>
            <source>&amp;Adgangskode</source>
            <translation>&amp;Passphrase</translation>
        </message>
        <message>
            <source>Fortryd</source>
            <translation>Never mind</translation>
        </message>
        <message>
            <source>Fortryd: skriv ingen adgangskode</source>
            <translation>Never mind: enter no passphrase</translation>
        </message>
    </context>
    <context>
        <name>PathEditor</name>
        <message>
            <source>Vælg …</source>
            <translation>Choose …</translation>
        </message>
        <message>
            <source>Vælg: {title}</source>
            <translation>Choose: {title}</translation>
        </message>
        <message>
            <source>Vælg</source>
            <translation>Choose</translation>
        </message>
    </context>
    <context>
        <name>PersonCard</name>
        <message>
            <source>under 18</source>
            <translation>under 18</translation>
        </message>
    </context>
    <context>
        <name>PersonPage</name>
        <message>
            <source>Stamdata</source>
            <translation>Master data</translation>
        </message>
        <message>
            <source>Administration og indrapportering</source>
            <translation>Administration and reporting</translation>
        </message>
        <message>
            <source>Øvrige felter</source>
            <translation>Other fields</translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message>
            <source>Udskriv</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Kun personen</source>
            <translation>The person only</translation>
        </message>
        <message>
            <source>Personen og familien (uden adresser)</source>
            <translation>The person and the family (without addresses)</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>Finder printere …</source>
            <translation>Looking for printers …</translation>
        </message>
        <message>
            <source>Gem som PDF …</source>
            <translation>Save as PDF …</translation>
        </message>
        <message>
            <source>Annullér</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>&amp;Printer</source>
            <translation>&amp;Printer</translation>
        </message>
        <message>
            <source>Udskriften logges med dit brugernavn.</source>
            <translation>The printout is logged with your user name.</translation>
        </message>
        <message>
            <source>Ingen printer fundet</source>
            <translation>No printer found</translation>
        </message>
    </context>
    <context>
        <name>PrintPresenter</name>
        <message>
            <source>Der er ingen person at udskrive.</source>
            <translation>There is nobody to print.</translation>
        </message>
        <message>
            <source>Gem som PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>PDF-filer (*.pdf)</source>
            <translation>PDF files (*.pdf)</translation>
        </message>
        <message>
            <source>PDF-filen er gemt.</source>
            <translation>The PDF file has been saved.</translation>
        </message>
        <message>
            <source>Udskriften er sendt til printeren {printer}.</source>
            <translation>The printout has been sent to the printer {printer}.</translation>
        </message>
        <message>
            <source>Udskriv og log</source>
            <translation>Print and log</translation>
        </message>
        <message>
            <source>Beskyttede oplysninger kommer ikke med.</source>
            <translation>Protected information is left out.</translation>
        </message>
        <message>
            <source>Side {page} af {pages}</source>
            <translation>Page {page} of {pages}</translation>
        </message>
        <message>
            <source>{title} (fortsat)</source>
            <translation>{title} (continued)</translation>
        </message>
    </context>
    <context>
        <name>ProxyEditor</name>
        <message>
            <source>Pc'ens egen</source>
            <translation>The computer's own</translation>
        </message>
        <message>
            <source>Bestemt</source>
            <translation>A certain one</translation>
        </message>
        <message>
            <source>Ingen</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Proxyens adresse</source>
            <translation>The proxy's address</translation>
        </message>
    </context>
    <context>
        <name>ProxyPassword</name>
        <message>
            <source>Adgangskode til proxyen</source>
            <translation>Password for the proxy</translation>
        </message>
        <message>
            <source>Gemmes i pc'ens nøglering, aldrig i en fil. Tomt felt: det, der er gemt, bruges stadig.</source>
            <translation>Kept in the computer's keyring, never in a file. Empty: what has been kept is still used.</translation>
        </message>
        <message>
            <source>Pc'en har ingen nøglering, som programmet kan bruge, så adgangskoden kan ikke gemmes. Kontakt it-support.</source>
            <translation>The computer has no keyring that the program can use, so the password cannot be kept. Contact IT support.</translation>
        </message>
    </context>
    <context>
        <name>RelativeMenu</name>
        <message>
            <source>Slå personen op</source>
            <translation>Look the person up</translation>
        </message>
        <message>
            <source>Vis beskyttede oplysninger …</source>
            <translation>Show protected data …</translation>
        </message>
        <message>
            <source>Kopiér CPR-nr.</source>
            <translation>Copy CPR number</translation>
        </message>
    </context>
    <context>
        <name>RevealDialog</name>
        <message>
            <source>Vis beskyttede oplysninger</source>
            <translation>Show protected data</translation>
        </message>
        <message>
            <source>Annullér</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Vis og log</source>
            <translation>Show and log</translation>
        </message>
        <message>
            <source>Kan andre se din skærm, eller deler du den? Så tryk Annullér.</source>
            <translation>Can others see your screen, or are you sharing it? Then press Cancel.</translation>
        </message>
        <message>
            <source>Hvorfor har du brug for oplysningen?</source>
            <translation>Why do you need the information?</translation>
        </message>
        <message>
            <source>&amp;Sagsnr.</source>
            <translation>Ca&amp;se no.</translation>
        </message>
        <message>
            <source>(påkrævet)</source>
            <translation>(required)</translation>
        </message>
        <message>
            <source>Vælg, hvorfor du har brug for oplysningen.</source>
            <translation>Choose why you need the information.</translation>
        </message>
        <message>
            <source>Skriv sagens nummer.</source>
            <translation>Enter the number of the case.</translation>
        </message>
    </context>
    <context>
        <name>RevealPresenter</name>
        <message>
            <source>Slå telefonvisning fra med F8 for at vise beskyttede oplysninger.</source>
            <translation>Turn phone view off with F8 to show protected data.</translation>
        </message>
        <message>
            <source>Der er ingen skjulte oplysninger at vise.</source>
            <translation>There is no hidden data to show.</translation>
        </message>
        <message>
            <source>Vent, til hele familien er hentet.</source>
            <translation>Wait until the whole family has been fetched.</translation>
        </message>
        <message>
            <source>Skriver i loggen …</source>
            <translation>Writing to the log …</translation>
        </message>
        <message>
            <source>Vises {seconds} sekunder længere.</source>
            <translation>Shown {seconds} seconds longer.</translation>
        </message>
        <message>
            <source>Det kunne ikke logges og er derfor ikke gjort.</source>
            <translation>It could not be logged and has therefore not been done.</translation>
        </message>
        <message>
            <source>Beskyttede oplysninger vises i {seconds} sekunder. Tryk Esc for at skjule dem.</source>
            <translation>Protected data is shown for {seconds} seconds. Press Esc to hide it.</translation>
        </message>
        <message>
            <source>Skjules om {seconds} sekunder. Tryk Ctrl+Skift+B for at vise dem længere.</source>
            <translation>Hidden in {seconds} seconds. Press Ctrl+Shift+B to show it longer.</translation>
        </message>
        <message>
            <source>Beskyttede oplysninger er skjult igen.</source>
            <translation>Protected data is hidden again.</translation>
        </message>
    </context>
    <context>
        <name>RevealStrip</name>
        <message>
            <source>Skjul nu (Esc)</source>
            <translation>Hide now (Esc)</translation>
        </message>
        <message>
            <source>+{seconds} sek.</source>
            <translation>+{seconds} sec.</translation>
        </message>
        <message>
            <source>Vis {seconds} sekunder længere</source>
            <translation>Show {seconds} seconds longer</translation>
        </message>
        <message>
            <source>Ctrl+Skift+B. Forlængelsen logges.</source>
            <translation>Ctrl+Shift+B. The extension is logged.</translation>
        </message>
        <message>
            <source>Beskyttede oplysninger om en person i familien.</source>
            <translation>Protected data of a person in the family.</translation>
        </message>
        <message>
            <source>Beskyttede oplysninger om personen.</source>
            <translation>Protected data of the person.</translation>
        </message>
    </context>
    <context>
        <name>SearchBar</name>
        <message>
            <source>Tilbage (Alt+Venstre)</source>
            <translation>Back (Alt+Left)</translation>
        </message>
        <message>
            <source>Frem (Alt+Højre)</source>
            <translation>Forward (Alt+Right)</translation>
        </message>
        <message>
            <source>&amp;CPR-nummer</source>
            <translation>&amp;CPR number</translation>
        </message>
        <message>
            <source>Annullér (Esc)</source>
            <translation>Cancel (Esc)</translation>
        </message>
        <message>
            <source>Slå op</source>
            <translation>Look up</translation>
        </message>
        <message>
            <source>DDMMÅÅ-LLLL</source>
            <translation>DDMMYY-SSSS</translation>
        </message>
        <message>
            <source>CPR-nummer</source>
            <translation>CPR number</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Indstillinger</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Sider</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>Annullér</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Gem</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Skriv også brugernavnet til proxyen.</source>
            <translation>Enter the user name for the proxy as well.</translation>
        </message>
        <message>
            <source>Gemmer …</source>
            <translation>Saving …</translation>
        </message>
        <message>
            <source>Ret det, der er markeret på: {pages}.</source>
            <translation>Correct what is marked on: {pages}.</translation>
        </message>
        <message>
            <source>Forbindelse</source>
            <translation>Connection</translation>
        </message>
        <message>
            <source>Certifikat</source>
            <translation>Certificate</translation>
        </message>
        <message>
            <source>Netværk</source>
            <translation>Network</translation>
        </message>
        <message>
            <source>Privatliv</source>
            <translation>Privacy</translation>
        </message>
        <message>
            <source>Du kan gøre beskyttelsen strengere. Kun din administrator kan gøre den mildere.</source>
            <translation>You can make the protection stricter. Only your administrator can make it more lenient.</translation>
        </message>
        <message>
            <source>Om</source>
            <translation>About</translation>
        </message>
        <message>
            <source>Formål</source>
            <translation>Purposes</translation>
        </message>
        <message>
            <source>Visning</source>
            <translation>View</translation>
        </message>
    </context>
    <context>
        <name>TelephonePresenter</name>
        <message>
            <source>Telefonvisning</source>
            <translation>Phone view</translation>
        </message>
        <message>
            <source>Skriver i loggen …</source>
            <translation>Writing to the log …</translation>
        </message>
        <message>
            <source>Telefonvisning er slået til. F8 slår den fra.</source>
            <translation>Phone view is on. F8 turns it off.</translation>
        </message>
        <message>
            <source>Telefonvisning er slået fra.</source>
            <translation>Phone view is off.</translation>
        </message>
    </context>
    <context>
        <name>TelephoneStrip</name>
        <message>
            <source>TELEFONVISNING</source>
            <translation>PHONE VIEW</translation>
        </message>
        <message>
            <source>Alle opslag vises kun med det, der må oplyses i telefonen.</source>
            <translation>Every lookup shows only what may be told on the phone.</translation>
        </message>
        <message>
            <source>Slå fra (F8)</source>
            <translation>Turn off (F8)</translation>
        </message>
        <message>
            <source>Slå telefonvisning fra (F8)</source>
            <translation>Turn phone view off (F8)</translation>
        </message>
    </context>
    <context>
        <name>UnsavedQuestion</name>
        <message>
            <source>Indstillinger</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Du har ændret noget, som ikke er gemt.</source>
            <translation>You have changed something that has not been saved.</translation>
        </message>
        <message>
            <source>Gem</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Gem ikke</source>
            <translation>Do not save</translation>
        </message>
        <message>
            <source>Tilbage</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>address</name>
        <message>
            <source>Ingen adresse i CPR</source>
            <translation>No address in CPR</translation>
        </message>
        <message>
            <source>Tidligere dansk adresse (ikke gældende)</source>
            <translation>Former Danish address (not in force)</translation>
        </message>
        <message>
            <source>Gældende adresse i udlandet</source>
            <translation>Address in force, abroad</translation>
        </message>
        <message>
            <source>Udenlandsk adresse (ikke gældende)</source>
            <translation>Foreign address (not in force)</translation>
        </message>
        <message>
            <source>Gældende adresse</source>
            <translation>Address in force</translation>
        </message>
        <message>
            <source>Dansk adresse (status siger ikke, om den er gældende)</source>
            <translation>Danish address (the status does not tell whether it is in force)</translation>
        </message>
        <message>
            <source>Udenlandsk adresse (status siger ikke, om den er gældende)</source>
            <translation>Foreign address (the status does not tell whether it is in force)</translation>
        </message>
    </context>
    <context>
        <name>banners</name>
        <message>
            <source>NAVNE- OG ADRESSEBESKYTTELSE</source>
            <translation>NAME AND ADDRESS PROTECTION</translation>
        </message>
        <message>
            <source>Navn og adresse må ikke oplyses til private (CPR-loven § 28)</source>
            <translation>Name and address may not be told to private parties (CPR Act § 28)</translation>
        </message>
        <message>
            <source>BESKYTTELSE UKENDT</source>
            <translation>PROTECTION UNKNOWN</translation>
        </message>
        <message>
            <source>Svaret er ikke entydigt. Personen vises som beskyttet.</source>
            <translation>The reply is ambiguous. The person is shown as protected.</translation>
        </message>
        <message>
            <source>Adressen er skjult</source>
            <translation>The address is hidden</translation>
        </message>
        <message>
            <source>Den kan afsløre en beskyttet persons adresse.</source>
            <translation>It may give away a protected person's address.</translation>
        </message>
        <message>
            <source>CPR oplyser et andet gældende nummer.</source>
            <translation>CPR gives another current number.</translation>
        </message>
        <message>
            <source>Registreret på særlig vejkode (vejkode {code})</source>
            <translation>Registered with a special road code (road code {code})</translation>
        </message>
        <message>
            <source>Familien kan være ufuldstændig.</source>
            <translation>The family may be incomplete.</translation>
        </message>
        <message>
            <source>Det kunne ikke ses, om servicen har flere end dem, der vises.</source>
            <translation>It could not be seen whether the service has more than those shown.</translation>
        </message>
        <message>
            <source>Familien er ikke hentet helt.</source>
            <translation>The family has not been fetched whole.</translation>
        </message>
        <message>
            <source>Adresser vises først, når hele familien er hentet. Slå op igen for at hente den.</source>
            <translation>Addresses are shown when the whole family has been fetched. Look up again to fetch it.</translation>
        </message>
        <message>
            <source>Fødselsdato og køn i CPR afviger fra personnummeret.</source>
            <translation>Birth date and gender in CPR differ from the person number.</translation>
        </message>
        <message>
            <source>Fødselsdatoen i CPR afviger fra personnummeret.</source>
            <translation>The birth date in CPR differs from the person number.</translation>
        </message>
        <message>
            <source>Kønnet i CPR afviger fra personnummeret.</source>
            <translation>The gender in CPR differs from the person number.</translation>
        </message>
        <message>
            <source>Det er CPR's oplysning, der vises.</source>
            <translation>What is shown is what CPR says.</translation>
        </message>
    </context>
    <context>
        <name>certificate</name>
        <message>
            <source>1 dag</source>
            <translation>1 day</translation>
        </message>
        <message>
            <source>{count} dage</source>
            <translation>{count} days</translation>
        </message>
        <message>
            <source>{first} – {last} ({days} endnu)</source>
            <translation>{first} – {last} ({days} left)</translation>
        </message>
        <message>
            <source>{count} certifikater fulgte med</source>
            <translation>{count} certificates came along</translation>
        </message>
        <message>
            <source>1 certifikat fulgte med</source>
            <translation>1 certificate came along</translation>
        </message>
        <message>
            <source>Fulgte ikke med</source>
            <translation>Did not come along</translation>
        </message>
        <message>
            <source>Udstedt til</source>
            <translation>Issued to</translation>
        </message>
        <message>
            <source>Udstedt af</source>
            <translation>Issued by</translation>
        </message>
        <message>
            <source>Gyldigt</source>
            <translation>Valid</translation>
        </message>
        <message>
            <source>Serienummer</source>
            <translation>Serial number</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <source>Nøgle</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>Udstederkæde</source>
            <translation>Issuers' chain</translation>
        </message>
        <message>
            <source>Pc'en har ingen nøglering, som programmet kan bruge. Adgangskoden huskes kun, til programmet lukkes, og bliver ikke gemt nogen steder. Næste gang spørges der igen.</source>
            <translation>The computer has no keyring that the program can use. The passphrase is only remembered until the program is closed, and is not kept anywhere. Next time you will be asked again.</translation>
        </message>
        <message>
            <source>Windows Legitimationsstyring (kun denne pc)</source>
            <translation>Windows Credential Manager (this computer only)</translation>
        </message>
        <message>
            <source>macOS' nøglering</source>
            <translation>the macOS keychain</translation>
        </message>
        <message>
            <source>KDE Wallet</source>
            <translation>KDE Wallet</translation>
        </message>
        <message>
            <source>pc'ens nøglering</source>
            <translation>the computer's keyring</translation>
        </message>
        <message>
            <source>Adgangskoden gemmes i {keyring} og aldrig i en fil.</source>
            <translation>The passphrase is kept in {keyring} and never in a file.</translation>
        </message>
        <message>
            <source>Certifikat udløbet</source>
            <translation>Certificate expired</translation>
        </message>
        <message>
            <source>Certifikat udløber i dag</source>
            <translation>Certificate expires today</translation>
        </message>
        <message>
            <source>Certifikat udløber om {days}</source>
            <translation>Certificate expires in {days}</translation>
        </message>
        <message>
            <source>Kommunens certifikat udløber i dag, {ends}. Bed it-support om at forny det straks.</source>
            <translation>The municipality's certificate expires today, {ends}. Ask IT support to renew it at once.</translation>
        </message>
        <message>
            <source>Kommunens certifikat udløber om {days}, {ends}. Bed it-support om at forny det inden da.</source>
            <translation>The municipality's certificate expires in {days}, {ends}. Ask IT support to renew it before then.</translation>
        </message>
    </context>
    <context>
        <name>connection</name>
        <message>
            <source>Forbindelsen virker ikke. Testen standsede ved: {step}.</source>
            <translation>The connection does not work. The test stopped at: {step}.</translation>
        </message>
        <message>
            <source>Testen blev afbrudt.</source>
            <translation>The test was stopped.</translation>
        </message>
        <message>
            <source>Forbindelsen virker.</source>
            <translation>The connection works.</translation>
        </message>
        <message>
            <source>Forbindelsestest</source>
            <translation>Connection test</translation>
        </message>
        <message>
            <source>Indstillinger</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Navneopslag (DNS)</source>
            <translation>Name lookup (DNS)</translation>
        </message>
        <message>
            <source>Forbindelse (TCP)</source>
            <translation>Connection (TCP)</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>Sikker forbindelse (TLS)</source>
            <translation>Secure connection (TLS)</translation>
        </message>
        <message>
            <source>Kommunens certifikat</source>
            <translation>The municipality's certificate</translation>
        </message>
        <message>
            <source>Serviceaftale</source>
            <translation>Service agreement</translation>
        </message>
        <message>
            <source>i orden</source>
            <translation>in order</translation>
        </message>
        <message>
            <source>fejl</source>
            <translation>error</translation>
        </message>
        <message>
            <source>ikke relevant</source>
            <translation>not relevant</translation>
        </message>
        <message>
            <source>ikke prøvet</source>
            <translation>not tried</translation>
        </message>
        <message>
            <source>Servicens adresse er {endpoint}.</source>
            <translation>The service's address is {endpoint}.</translation>
        </message>
        <message>
            <source>{host} har adressen {addresses}.</source>
            <translation>{host} has the address {addresses}.</translation>
        </message>
        <message>
            <source>Der er svar fra {address}, port {port}.</source>
            <translation>There is an answer from {address}, port {port}.</translation>
        </message>
        <message>
            <source>Proxyen {proxy} lukker igennem til servicen.</source>
            <translation>The proxy {proxy} leads on to the service.</translation>
        </message>
        <message>
            <source>{tls_version}. Serverens certifikat: {subject}. Udstedt af {issuer}. Gyldigt til {valid_to}.</source>
            <translation>{tls_version}. The server's certificate: {subject}. Issued by {issuer}. Valid until {valid_to}.</translation>
        </message>
        <message>
            <source>{subject}. Udstedt af {issuer}. Gyldigt til {valid_to} ({days_left}).</source>
            <translation>{subject}. Issued by {issuer}. Valid until {valid_to} ({days_left}).</translation>
        </message>
        <message>
            <source>Servicen svarer på kommunens aftale (kvittering {receipt}). Ingen person er slået op.</source>
            <translation>The service answers under the municipality's agreement (receipt {receipt}). Nobody has been looked up.</translation>
        </message>
        <message>
            <source>{host} er en adresse, som ikke skal slås op.</source>
            <translation>{host} is an address that needs no lookup.</translation>
        </message>
        <message>
            <source>Serverens certifikat er godkendt.</source>
            <translation>The server's certificate is trusted.</translation>
        </message>
        <message>
            <source>Testnummeret er slået op, og opslaget er logget.</source>
            <translation>The test number has been looked up, and the lookup is on record.</translation>
        </message>
        <message>
            <source>Der bruges ingen proxy.</source>
            <translation>No proxy is used.</translation>
        </message>
        <message>
            <source>{host} findes ikke i DNS.</source>
            <translation>{host} is not found in DNS.</translation>
        </message>
        <message>
            <source>Ingen svarer på port {port}.</source>
            <translation>Nobody answers on port {port}.</translation>
        </message>
        <message>
            <source>Proxyen er {proxy}.</source>
            <translation>The proxy is {proxy}.</translation>
        </message>
        <message>
            <source>{subject}. Gyldigt til {valid_to} ({days_left}).</source>
            <translation>{subject}. Valid until {valid_to} ({days_left}).</translation>
        </message>
        <message>
            <source>Årsagen kan være de tre UUID'er i indstillingerne (serviceaftale, anvendersystem og myndighed).</source>
            <translation>The cause may be the three UUIDs in the settings (service agreement, user system and authority).</translation>
        </message>
    </context>
    <context>
        <name>custody</name>
        <message>
            <source>Forældremyndighed</source>
            <translation>Parental authority</translation>
        </message>
        <message>
            <source>Ophørt ved 18 år</source>
            <translation>Ended at 18</translation>
        </message>
        <message>
            <source>Ophørt: barnet er dødt</source>
            <translation>Ended: the child is dead</translation>
        </message>
        <message>
            <source>Ikke oplyst (det betyder ikke, at ingen har den)</source>
            <translation>Not given (which does not mean that nobody has it)</translation>
        </message>
        <message>
            <source>fra {date}</source>
            <translation>from {date}</translation>
        </message>
        <message>
            <source>(ikke i svaret)</source>
            <translation>(not in the reply)</translation>
        </message>
        <message>
            <source>Personen er ikke i svaret og kan ikke slås op herfra.</source>
            <translation>The person is not in the reply and cannot be looked up from here.</translation>
        </message>
        <message>
            <source>(en af forældrene)</source>
            <translation>(one of the parents)</translation>
        </message>
        <message>
            <source>Svaret siger ikke, hvem af forældrene det er. Slå op under Forældre.</source>
            <translation>The reply does not tell which of the parents it is. Look up under Parents.</translation>
        </message>
        <message>
            <source>Mor</source>
            <translation>Mother</translation>
        </message>
        <message>
            <source>Far eller medmor</source>
            <translation>Father or co-mother</translation>
        </message>
        <message>
            <source>Anden indehaver</source>
            <translation>Another holder</translation>
        </message>
    </context>
    <context>
        <name>environment</name>
        <message>
            <source>PRODUKTION</source>
            <translation>PRODUCTION</translation>
        </message>
        <message>
            <source>EKSTERN TEST</source>
            <translation>EXTERNAL TEST</translation>
        </message>
        <message>
            <source>EKSTERN TEST – kun testpersoner</source>
            <translation>EXTERNAL TEST – test persons only</translation>
        </message>
        <message>
            <source>DEMO</source>
            <translation>DEMO</translation>
        </message>
        <message>
            <source>DEMO – opdigtede testpersoner, intet sendes til Serviceplatformen</source>
            <translation>DEMO – invented test persons, nothing is sent to Serviceplatformen</translation>
        </message>
        <message>
            <source>EGEN ADRESSE</source>
            <translation>OWN ADDRESS</translation>
        </message>
        <message>
            <source>EGEN ADRESSE – servicen er valgt i indstillingerne</source>
            <translation>OWN ADDRESS – the service is chosen in the settings</translation>
        </message>
        <message>
            <source>IKKE SAT OP</source>
            <translation>NOT SET UP</translation>
        </message>
        <message>
            <source>IKKE SAT OP – der kan ikke slås op</source>
            <translation>NOT SET UP – nobody can be looked up</translation>
        </message>
    </context>
    <context>
        <name>errand</name>
        <message>
            <source>Vælg et formål for at slå op.</source>
            <translation>Choose a purpose to look somebody up.</translation>
        </message>
        <message>
            <source>Sagsnummeret ligner et CPR-nummer, som ikke må stå i loggen.</source>
            <translation>The case number looks like a CPR number, which must not be in the log.</translation>
        </message>
        <message>
            <source>Sagsnummeret er for langt. Det må højst have {count} tegn.</source>
            <translation>The case number is too long. It may have {count} characters at most.</translation>
        </message>
        <message>
            <source>Sagsnummeret har tegn, som ikke kan stå i loggen.</source>
            <translation>The case number has characters that cannot be in the log.</translation>
        </message>
    </context>
    <context>
        <name>export</name>
        <message>
            <source>Kan ikke kopieres: feltet er skjult.</source>
            <translation>Cannot be copied: the field is hidden.</translation>
        </message>
        <message>
            <source>Kan ikke kopieres: navnet er beskyttet.</source>
            <translation>Cannot be copied: the name is protected.</translation>
        </message>
        <message>
            <source>{label} kopieret.</source>
            <translation>{label} copied.</translation>
        </message>
        <message>
            <source>CPR-nummer kopieret.</source>
            <translation>CPR number copied.</translation>
        </message>
        <message>
            <source>Kan ikke kopieres: personen vises ikke længere.</source>
            <translation>Cannot be copied: the person is not shown any more.</translation>
        </message>
        <message>
            <source>Familiens adresser kan ikke kopieres herfra. Slå personen op for at kopiere.</source>
            <translation>The family's addresses cannot be copied from here. Look the person up to copy.</translation>
        </message>
        <message>
            <source>Kan ikke kopieres: nummeret er skjult. Brug »Kopiér CPR-nr.« i rækkens menu.</source>
            <translation>Cannot be copied: the number is hidden. Use "Copy CPR number" in the row's menu.</translation>
        </message>
        <message>
            <source>Teksten i søgefeltet er kopieret.</source>
            <translation>The text in the search field has been copied.</translation>
        </message>
        <message>
            <source>Kan ikke kopieres: personen har intet CPR-nummer.</source>
            <translation>Cannot be copied: the person has no CPR number.</translation>
        </message>
        <message>
            <source>Kan ikke kopieres: personen er beskyttet.</source>
            <translation>Cannot be copied: the person is protected.</translation>
        </message>
        <message>
            <source>Kan ikke kopieres: adressen er skjult.</source>
            <translation>Cannot be copied: the address is hidden.</translation>
        </message>
        <message>
            <source>Kan ikke kopieres: der er ingen adresse i CPR.</source>
            <translation>Cannot be copied: there is no address in CPR.</translation>
        </message>
        <message>
            <source>Adresselabel kopieret.</source>
            <translation>Address label copied.</translation>
        </message>
        <message>
            <source>BESKYTTET</source>
            <translation>PROTECTED</translation>
        </message>
        <message>
            <source>Adresse</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Kopieret uden beskyttede oplysninger.</source>
            <translation>Copied without protected data.</translation>
        </message>
        <message>
            <source>Fuld tekst kopieret.</source>
            <translation>Full text copied.</translation>
        </message>
        <message>
            <source>Adressen er beskyttet eller kan afsløre en beskyttet adresse. Den må kun bruges til brev til personen selv.</source>
            <translation>The address is protected or may give away a protected one. It may only be used for a letter to the person.</translation>
        </message>
        <message>
            <source>Beskyttet person</source>
            <translation>Protected person</translation>
        </message>
        <message>
            <source>Kan ikke kopieres: der vises ingen person.</source>
            <translation>Cannot be copied: nobody is shown.</translation>
        </message>
    </context>
    <context>
        <name>family</name>
        <message>
            <source>Ægtefælle</source>
            <translation>Spouse</translation>
        </message>
        <message>
            <source>Børn</source>
            <translation>Children</translation>
        </message>
        <message>
            <source>Forældre</source>
            <translation>Parents</translation>
        </message>
        <message>
            <source>Øvrige</source>
            <translation>Others</translation>
        </message>
        <message>
            <source>Anden relation, fx tidligere ægtefælle, afdød ægtefælle, registreret partner eller værge.</source>
            <translation>Another relation, such as a former spouse, a deceased spouse, a registered partner or a guardian.</translation>
        </message>
        <message>
            <source>Intet CPR-nummer – kun fødselsdato. Personen kan ikke slås op.</source>
            <translation>No CPR number – only a date of birth. The person cannot be looked up.</translation>
        </message>
        <message>
            <source>født {date}</source>
            <translation>born {date}</translation>
        </message>
        <message>
            <source>Barn</source>
            <translation>Child</translation>
        </message>
        <message>
            <source>Mor</source>
            <translation>Mother</translation>
        </message>
        <message>
            <source>Far</source>
            <translation>Father</translation>
        </message>
        <message>
            <source>Anden relation</source>
            <translation>Another relation</translation>
        </message>
        <message>
            <source>Relation ikke oplyst</source>
            <translation>Relation not given</translation>
        </message>
        <message>
            <source>Beskyttet</source>
            <translation>Protected</translation>
        </message>
        <message>
            <source>Beskyttelse ukendt – vises som beskyttet. Slå personen op for at se.</source>
            <translation>Protection unknown – shown as protected. Look the person up to see.</translation>
        </message>
        <message>
            <source>Listen kan være ufuldstændig: servicen giver 20 personer ad gangen, og det kunne ikke ses, om der er flere.</source>
            <translation>The list may be incomplete: the service gives 20 persons at a time, and it could not be seen whether there are more.</translation>
        </message>
        <message>
            <source>Listen er ufuldstændig: resten af familien blev ikke hentet. Slå op igen for at hente den.</source>
            <translation>The list is incomplete: the rest of the family was not fetched. Look up again to fetch it.</translation>
        </message>
        <message>
            <source>{count} vist. Henter flere …</source>
            <translation>{count} shown. Fetching more …</translation>
        </message>
        <message>
            <source>Listen kan mangle personer uden CPR-nummer og personer, som CPR-replikaen ikke har. Civilstand og værgemål indgår ikke i dette opslag.</source>
            <translation>The list may lack persons without a CPR number and persons whom the CPR replica does not hold. Civil status and guardianship are not part of this lookup.</translation>
        </message>
    </context>
    <context>
        <name>family_graph</name>
        <message>
            <source>Bedsteforældre</source>
            <translation>Grandparents</translation>
        </message>
        <message>
            <source>Forældre</source>
            <translation>Parents</translation>
        </message>
        <message>
            <source>Personen</source>
            <translation>The person</translation>
        </message>
        <message>
            <source>Børn</source>
            <translation>Children</translation>
        </message>
        <message>
            <source>Børnebørn</source>
            <translation>Grandchildren</translation>
        </message>
        <message>
            <source>Personen på skærmen</source>
            <translation>The person on the screen</translation>
        </message>
        <message>
            <source>Ægtefælle</source>
            <translation>Spouse</translation>
        </message>
        <message>
            <source>Mor</source>
            <translation>Mother</translation>
        </message>
        <message>
            <source>Far</source>
            <translation>Father</translation>
        </message>
        <message>
            <source>Forælder</source>
            <translation>Parent</translation>
        </message>
        <message>
            <source>Barn</source>
            <translation>Child</translation>
        </message>
        <message>
            <source>Mormor</source>
            <translation>Mother's mother</translation>
        </message>
        <message>
            <source>Morfar</source>
            <translation>Mother's father</translation>
        </message>
        <message>
            <source>Farmor</source>
            <translation>Father's mother</translation>
        </message>
        <message>
            <source>Farfar</source>
            <translation>Father's father</translation>
        </message>
        <message>
            <source>Mors ægtefælle</source>
            <translation>Mother's spouse</translation>
        </message>
        <message>
            <source>Fars ægtefælle</source>
            <translation>Father's spouse</translation>
        </message>
        <message>
            <source>Forælders ægtefælle</source>
            <translation>Parent's spouse</translation>
        </message>
        <message>
            <source>Barnets mor</source>
            <translation>Child's mother</translation>
        </message>
        <message>
            <source>Barnets far</source>
            <translation>Child's father</translation>
        </message>
        <message>
            <source>Barnets forælder</source>
            <translation>Child's parent</translation>
        </message>
        <message>
            <source>Barnets ægtefælle</source>
            <translation>Child's spouse</translation>
        </message>
        <message>
            <source>Barnebarn</source>
            <translation>Grandchild</translation>
        </message>
        <message>
            <source>Ægtefællens mor</source>
            <translation>Spouse's mother</translation>
        </message>
        <message>
            <source>Ægtefællens far</source>
            <translation>Spouse's father</translation>
        </message>
        <message>
            <source>Ægtefællens forælder</source>
            <translation>Spouse's parent</translation>
        </message>
        <message>
            <source>Ægtefællens ægtefælle</source>
            <translation>Spouse's spouse</translation>
        </message>
        <message>
            <source>Ægtefællens barn</source>
            <translation>Spouse's child</translation>
        </message>
        <message>
            <source>Søskende</source>
            <translation>Sibling</translation>
        </message>
        <message>
            <source>Bedsteforælder</source>
            <translation>Grandparent</translation>
        </message>
        <message>
            <source>Personen vises allerede. Tryk F5 for at slå op igen.</source>
            <translation>The person is shown already. Press F5 to look up again.</translation>
        </message>
        <message>
            <source>… og 1 mere i tabellen</source>
            <translation>… and 1 more in the table</translation>
        </message>
        <message>
            <source>… og {count} flere i tabellen</source>
            <translation>… and {count} more in the table</translation>
        </message>
        <message>
            <source>{count} fra andre opslag vises ikke</source>
            <translation>{count} from other lookups not shown</translation>
        </message>
        <message>
            <source>Stamtræet viser kun det, der er slået op i denne session. Der kan godt være en relation, hvor der ikke er en streg.</source>
            <translation>The family tree shows only what has been looked up in this session. There may be a relation where there is no line.</translation>
        </message>
    </context>
    <context>
        <name>faults</name>
        <message>
            <source>Opslaget kan ikke logges</source>
            <translation>The lookup cannot be logged</translation>
        </message>
        <message>
            <source>Vælg et formål</source>
            <translation>Choose a purpose</translation>
        </message>
        <message>
            <source>Der skal vælges et formål, før der kan slås op.</source>
            <translation>A purpose has to be chosen before anybody can be looked up.</translation>
        </message>
        <message>
            <source>Vælg et af de formål, som kommunen har sat op: {purposes}.</source>
            <translation>Choose one of the purposes that the municipality has set up: {purposes}.</translation>
        </message>
        <message>
            <source>Formålet kendes ikke</source>
            <translation>The purpose is not known</translation>
        </message>
        <message>
            <source>Formålet er ikke et af dem, som kommunen har sat op.</source>
            <translation>The purpose is none of those that the municipality has set up.</translation>
        </message>
        <message>
            <source>Vælg et af disse: {purposes}.</source>
            <translation>Choose one of these: {purposes}.</translation>
        </message>
        <message>
            <source>Sagsnummeret kan ikke bruges</source>
            <translation>The case number cannot be used</translation>
        </message>
        <message>
            <source>Sagsnummeret ligner et CPR-nummer eller er for langt. Det skrives i loggen.</source>
            <translation>The case number looks like a CPR number or is too long. It is written into the log.</translation>
        </message>
        <message>
            <source>Skriv sagens nummer, højst 60 tegn og ikke et CPR-nummer.</source>
            <translation>Write the number of the case, 60 characters at most and not a CPR number.</translation>
        </message>
        <message>
            <source>Opslaget kan ikke logges. Opslag er derfor spærret.</source>
            <translation>The lookup cannot be logged. Lookups are therefore blocked.</translation>
        </message>
        <message>
            <source>Kontakt it-support, som skal give programmet plads og ret til at skrive sin log.</source>
            <translation>Contact IT support, who have to give the program room and permission to write its log.</translation>
        </message>
        <message>
            <source>Opslaget kan ikke logges, fordi nøglen til loggen mangler: pc'en har ingen nøglering, som kan bruges, og indstillingen [audit] key_file er ikke sat. Opslag er derfor spærret.</source>
            <translation>The lookup cannot be logged, because the key of the log is missing: the computer has no keyring that can be used, and the setting [audit] key_file is not set. Lookups are therefore blocked.</translation>
        </message>
        <message>
            <source>Lås nøgleringen op, vælg en nøglefil i indstillingerne under Privatliv, eller bed it-support om det.</source>
            <translation>Unlock the keyring, choose a key file in the settings under Privacy, or ask IT support to do so.</translation>
        </message>
        <message>
            <source>Opslaget kan ikke logges, fordi nøglefilen til loggen kan læses af andre end dig eller ikke er en nøgle. Opslag er derfor spærret.</source>
            <translation>The lookup cannot be logged, because others than you can read the key file of the log, or it is no key. Lookups are therefore blocked.</translation>
        </message>
        <message>
            <source>Bed it-support om at kontrollere [audit] key_file i indstillingerne.</source>
            <translation>Ask IT support to check [audit] key_file in the settings.</translation>
        </message>
        <message>
            <source>Det er spærret her</source>
            <translation>This is blocked here</translation>
        </message>
        <message>
            <source>Din administrator har spærret for det.</source>
            <translation>Your administrator has blocked it.</translation>
        </message>
        <message>
            <source>Kontakt it-support, hvis du har brug for det i dit arbejde.</source>
            <translation>Contact IT support if you need it for your work.</translation>
        </message>
        <message>
            <source>Kommunen har ikke adgang til servicen med denne opsætning (serviceaftale).</source>
            <translation>The municipality has no access to the service with this set-up (service agreement).</translation>
        </message>
        <message>
            <source>Bed it-support om at kontrollere certifikatet og de tre UUID'er i indstillingerne.</source>
            <translation>Ask IT support to check the certificate and the three UUIDs in the settings.</translation>
        </message>
        <message>
            <source>Serviceplatformen meldte fejl: {code}.</source>
            <translation>Serviceplatformen reported an error: {code}.</translation>
        </message>
        <message>
            <source>Serviceplatformen er ikke tilgængelig lige nu (HTTP {status}).</source>
            <translation>Serviceplatformen is not available just now (HTTP {status}).</translation>
        </message>
        <message>
            <source>CPR-servicen afviste opslaget med kvittering {code}.</source>
            <translation>The CPR service refused the lookup with receipt {code}.</translation>
        </message>
        <message>
            <source>Der er ingen service på den adresse, som programmet spurgte (HTTP {status}).</source>
            <translation>There is no service at the address that the program asked (HTTP {status}).</translation>
        </message>
        <message>
            <source>Prøv igen om lidt; det kan være et servicevindue. Sker det igen, så bed it-support om at kontrollere servicens adresse.</source>
            <translation>Try again in a while; the service may be closed for maintenance. If it happens again, ask IT support to check the service's address.</translation>
        </message>
        <message>
            <source>Svaret kunne ikke læses sikkert. Der vises ingen oplysninger.</source>
            <translation>The reply could not be read safely. Nothing is shown.</translation>
        </message>
        <message>
            <source>Svaret var større end tilladt. Der vises ingen oplysninger.</source>
            <translation>The reply was larger than allowed. Nothing is shown.</translation>
        </message>
        <message>
            <source>Svaret handlede om en anden person end den, der blev slået op. Der vises ingen oplysninger.</source>
            <translation>The reply was about another person than the one looked up. Nothing is shown.</translation>
        </message>
        <message>
            <source>Der kom en webside i stedet for et svar fra Serviceplatformen.</source>
            <translation>A web page came instead of a reply from Serviceplatformen.</translation>
        </message>
        <message>
            <source>Kontrollér, at du er logget på netværket. Sker det igen, så bed it-support om at kontrollere servicens adresse, og om en proxy svarer i stedet.</source>
            <translation>Check that you are signed in to the network. If it happens again, ask IT support to check the service's address, and whether a proxy answers instead.</translation>
        </message>
        <message>
            <source>Der er ingen forbindelse til Serviceplatformen.</source>
            <translation>There is no connection to Serviceplatformen.</translation>
        </message>
        <message>
            <source>Kontrollér netværk, VPN og proxy, og prøv igen.</source>
            <translation>Check network, VPN and proxy, and try again.</translation>
        </message>
        <message>
            <source>Serviceplatformen svarede ikke inden for {seconds} sekunder. Der er ikke vist eller gemt nogen oplysninger.</source>
            <translation>Serviceplatformen did not answer within {seconds} seconds. Nothing has been shown or kept.</translation>
        </message>
        <message>
            <source>Forbindelsen blev afbrudt, før svaret var kommet.</source>
            <translation>The connection was lost before the reply had come.</translation>
        </message>
        <message>
            <source>Prøv igen om lidt. Sker det hver gang, så send fejl-id'et til it-support: også et certifikat, som Serviceplatformen ikke godkender, kan være årsagen.</source>
            <translation>Try again in a while. If it happens every time, send the error id to IT support: a certificate that Serviceplatformen does not accept can be the reason, too.</translation>
        </message>
        <message>
            <source>Proxyen lod ikke programmet komme igennem til Serviceplatformen.</source>
            <translation>The proxy did not let the program through to Serviceplatformen.</translation>
        </message>
        <message>
            <source>Bed it-support om at åbne for servicens adresse i proxyen.</source>
            <translation>Ask IT support to open the proxy for the service's address.</translation>
        </message>
        <message>
            <source>Serveren henviste til en anden adresse. Programmet følger ikke sådanne henvisninger.</source>
            <translation>The server referred to another address. The program does not follow such references.</translation>
        </message>
        <message>
            <source>Bed it-support om at kontrollere servicens adresse.</source>
            <translation>Ask IT support to check the address of the service.</translation>
        </message>
        <message>
            <source>Proxyen afviste login.</source>
            <translation>The proxy refused the sign-in.</translation>
        </message>
        <message>
            <source>Bed it-support om at kontrollere brugernavn og adgangskode til proxyen, eller om at lade programmet komme uden om den.</source>
            <translation>Ask IT support to check the user name and password for the proxy, or to let the program go round it.</translation>
        </message>
        <message>
            <source>Proxyen svarer ikke.</source>
            <translation>The proxy does not answer.</translation>
        </message>
        <message>
            <source>Kontrollér netværk og VPN, og prøv igen. Sker det igen, så bed it-support om at kontrollere proxyens adresse.</source>
            <translation>Check network and VPN, and try again. If it happens again, ask IT support to check the proxy's address.</translation>
        </message>
        <message>
            <source>Proxyens adresse kan ikke bruges. Den skal se ud som http://navn:port.</source>
            <translation>The proxy's address cannot be used. It has to look like http://name:port.</translation>
        </message>
        <message>
            <source>Bed it-support om at rette proxyen i indstillingerne.</source>
            <translation>Ask IT support to correct the proxy in the settings.</translation>
        </message>
        <message>
            <source>Opslaget kunne ikke gennemføres</source>
            <translation>The lookup could not be made</translation>
        </message>
        <message>
            <source>Programmet er ikke sat rigtigt op</source>
            <translation>The program is not set up correctly</translation>
        </message>
        <message>
            <source>Send fejl-id'et til it-support.</source>
            <translation>Send the error id to IT support.</translation>
        </message>
        <message>
            <source>Prøv igen om lidt. Sker det igen, så send fejl-id'et til it-support.</source>
            <translation>Try again shortly. If it happens again, send the error id to IT support.</translation>
        </message>
        <message>
            <source>Kontrollér nummeret.</source>
            <translation>Check the number.</translation>
        </message>
        <message>
            <source>Personen blev ikke fundet</source>
            <translation>The person was not found</translation>
        </message>
        <message>
            <source>Personen blev ikke fundet i CPR.</source>
            <translation>The person was not found in CPR.</translation>
        </message>
        <message>
            <source>Nummeret blev afvist</source>
            <translation>The number was refused</translation>
        </message>
        <message>
            <source>CPR oplyser, at nummeret ikke er et gyldigt personnummer.</source>
            <translation>CPR says that the number is not a valid personal number.</translation>
        </message>
        <message>
            <source>Nummeret kan ikke slås op</source>
            <translation>The number cannot be looked up</translation>
        </message>
        <message>
            <source>Det er ikke et gyldigt CPR-nummer.</source>
            <translation>It is not a valid CPR number.</translation>
        </message>
        <message>
            <source>PDF-filen blev ikke gemt</source>
            <translation>The PDF file was not saved</translation>
        </message>
        <message>
            <source>PDF-filen kunne ikke gemmes der.</source>
            <translation>The PDF file could not be saved there.</translation>
        </message>
        <message>
            <source>Vælg en anden mappe, hvor du må gemme filer, og prøv igen.</source>
            <translation>Choose another folder where you may save files, and try again.</translation>
        </message>
        <message>
            <source>Der blev ikke udskrevet</source>
            <translation>Nothing was printed</translation>
        </message>
        <message>
            <source>Udskriften kunne ikke sendes til printeren {printer}.</source>
            <translation>The printout could not be sent to the printer {printer}.</translation>
        </message>
        <message>
            <source>Kontrollér, at printeren er tændt og tilsluttet, eller vælg en anden.</source>
            <translation>Check that the printer is switched on and connected, or choose another one.</translation>
        </message>
        <message>
            <source>Der skete en uventet fejl</source>
            <translation>An unexpected error happened</translation>
        </message>
        <message>
            <source>Programmet kunne ikke gøre opslaget færdigt. Der er ikke vist eller gemt nogen oplysninger.</source>
            <translation>The program could not finish the lookup. Nothing has been shown or kept.</translation>
        </message>
        <message>
            <source>Der skete en fejl i programmet</source>
            <translation>Something went wrong in the program</translation>
        </message>
        <message>
            <source>Alle oplysninger er fjernet fra skærmen. Du kan fortsætte med et nyt opslag. Det, du var i gang med, er måske ikke gjort færdigt.</source>
            <translation>Everything has been taken off the screen. You can go on with a new lookup. What you were doing may not have been finished.</translation>
        </message>
        <message>
            <source>Sker det igen, så kopiér fejlrapporten, og send den til it-support.</source>
            <translation>If it happens again, copy the error report and send it to IT support.</translation>
        </message>
        <message>
            <source>Fejlpakken er ikke gemt</source>
            <translation>The package has not been saved</translation>
        </message>
        <message>
            <source>Der står noget, som ligner et CPR-nummer, et navn eller en adresse, i {part}.</source>
            <translation>Something that looks like a CPR number, a name or an address is in {part}.</translation>
        </message>
        <message>
            <source>Send fejl-id'et til it-support i stedet, og fortæl, hvilken del det er.</source>
            <translation>Send the error id to IT support instead, and tell which part it is.</translation>
        </message>
        <message>
            <source>Filen kunne ikke skrives.</source>
            <translation>The file could not be written.</translation>
        </message>
        <message>
            <source>Vælg en anden mappe.</source>
            <translation>Choose another folder.</translation>
        </message>
        <message>
            <source>Demoen kunne ikke starte</source>
            <translation>The demo could not start</translation>
        </message>
        <message>
            <source>Den lokale testservice kunne ikke startes.</source>
            <translation>The local test service could not be started.</translation>
        </message>
        <message>
            <source>Luk programmet, og prøv igen.</source>
            <translation>Close the program and try again.</translation>
        </message>
        <message>
            <source>Opslaget blev annulleret</source>
            <translation>The lookup was cancelled</translation>
        </message>
        <message>
            <source>Der er ikke vist eller gemt nogen oplysninger.</source>
            <translation>Nothing has been shown or kept.</translation>
        </message>
        <message>
            <source>Kontakt it-support. Opslag er spærret, indtil fejlen er rettet.</source>
            <translation>Contact IT support. Lookups are blocked until this has been put right.</translation>
        </message>
        <message>
            <source>Kontrollér, at pc'ens dato og ur er rigtige. Er de det, så bed it-support om at melde det til Serviceplatformen.</source>
            <translation>Check that the computer's date and clock are right. If they are, ask IT support to report it to Serviceplatformen.</translation>
        </message>
        <message>
            <source>Serverens certifikat kunne ikke godkendes.</source>
            <translation>The server's certificate could not be trusted.</translation>
        </message>
        <message>
            <source>Serviceplatformen godkendte ikke kommunens certifikat.</source>
            <translation>Serviceplatformen did not accept the municipality's certificate.</translation>
        </message>
        <message>
            <source>Bed it-support om at kontrollere, at certifikatet hører til serviceaftalen.</source>
            <translation>Ask IT support to check that the certificate belongs to the service agreement.</translation>
        </message>
        <message>
            <source>Der kunne ikke laves en sikker forbindelse til Serviceplatformen.</source>
            <translation>No secure connection to Serviceplatformen could be made.</translation>
        </message>
        <message>
            <source>Serverens certifikat kunne ikke godkendes: det er udløbet.</source>
            <translation>The server's certificate could not be accepted: it has expired.</translation>
        </message>
        <message>
            <source>Serverens certifikat kunne ikke godkendes: det gælder ikke endnu.</source>
            <translation>The server's certificate could not be accepted: it is not valid yet.</translation>
        </message>
        <message>
            <source>Serverens certifikat kunne ikke godkendes: det gælder en anden adresse.</source>
            <translation>The server's certificate could not be accepted: it is for another address.</translation>
        </message>
        <message>
            <source>Bed it-support om at kontrollere servicens adresse, og om trafikken bliver ledt et andet sted hen.</source>
            <translation>Ask IT support to check the service's address, and whether the traffic is led somewhere else.</translation>
        </message>
        <message>
            <source>Serverens certifikat kunne ikke godkendes: programmet stoler ikke på den, der har udstedt det.</source>
            <translation>The server's certificate could not be accepted: the program does not trust its issuer.</translation>
        </message>
        <message>
            <source>Kontakt it-support. Årsagen kan være en proxy, der åbner krypteret trafik (TLS-inspektion): den skal lade servicens adresse være.</source>
            <translation>Contact IT support. The reason can be a proxy that opens encrypted traffic (TLS inspection): it must leave the service's address alone.</translation>
        </message>
        <message>
            <source>Serveren taler kun en gammel udgave af TLS, som ikke er sikker.</source>
            <translation>The server speaks only an old version of TLS, which is not secure.</translation>
        </message>
        <message>
            <source>Kontakt it-support. Opslag er spærret, indtil serveren eller en proxy på vejen taler TLS 1.2 eller nyere.</source>
            <translation>Contact IT support. Lookups are blocked until the server, or a proxy on the way, speaks TLS 1.2 or later.</translation>
        </message>
        <message>
            <source>Kommunens certifikat er spærret.</source>
            <translation>The municipality's certificate has been revoked.</translation>
        </message>
        <message>
            <source>Kontakt it-support, som skal bestille et nyt certifikat.</source>
            <translation>Contact IT support, who have to order a new certificate.</translation>
        </message>
        <message>
            <source>Der er ingen indstillinger i {file}.</source>
            <translation>There are no settings in {file}.</translation>
        </message>
        <message>
            <source>Bed it-support om at sætte programmet op. Med --demo kan du prøve det med testpersoner.</source>
            <translation>Ask IT support to set the program up. With --demo you can try it with test persons.</translation>
        </message>
        <message>
            <source>Indstillingerne i {file} kan ikke læses: linje {line}.</source>
            <translation>The settings in {file} cannot be read: line {line}.</translation>
        </message>
        <message>
            <source>Bed it-support om at rette filen, og start programmet igen.</source>
            <translation>Ask IT support to correct the file, and start the program again.</translation>
        </message>
        <message>
            <source>Indstillingen {key} i {file}, linje {line}, er ikke gyldig.</source>
            <translation>The setting {key} in {file}, line {line}, is not valid.</translation>
        </message>
        <message>
            <source>Indstillingen {key} mangler i {file}.</source>
            <translation>The setting {key} is missing in {file}.</translation>
        </message>
        <message>
            <source>Bed it-support om at tilføje den, og start programmet igen.</source>
            <translation>Ask IT support to add it, and start the program again.</translation>
        </message>
        <message>
            <source>Indstillingerne er ikke gemt</source>
            <translation>The settings have not been saved</translation>
        </message>
        <message>
            <source>Indstillingerne kan ikke gemmes i {file}. Filen er, som den var.</source>
            <translation>The settings cannot be saved in {file}. The file is as it was.</translation>
        </message>
        <message>
            <source>Kontrollér, at der er plads på disken, eller bed it-support om at rette filen.</source>
            <translation>Check that there is room on the disk, or ask IT support to correct the file.</translation>
        </message>
        <message>
            <source>Administratorens policy i {file} bruges ikke, fordi andre end administratoren kan ændre filen eller mappen. Opslag er derfor spærret.</source>
            <translation>The administrator's policy in {file} is not used, because others than the administrator can change the file or the folder. Lookups are therefore blocked.</translation>
        </message>
        <message>
            <source>Bed it-support om at rette ejer og rettigheder, og start programmet igen.</source>
            <translation>Ask IT support to correct owner and permissions, and start the program again.</translation>
        </message>
        <message>
            <source>Administratorens policy i {file} kan ikke læses: linje {line}. Opslag er derfor spærret.</source>
            <translation>The administrator's policy in {file} cannot be read: line {line}. Lookups are therefore blocked.</translation>
        </message>
        <message>
            <source>Bed it-support om at rette den, og start programmet igen.</source>
            <translation>Ask IT support to correct it, and start the program again.</translation>
        </message>
        <message>
            <source>Indstillingen {key} i administratorens policy i {file}, linje {line}, er ikke gyldig. Opslag er derfor spærret.</source>
            <translation>The setting {key} in the administrator's policy in {file}, line {line}, is not valid. Lookups are therefore blocked.</translation>
        </message>
        <message>
            <source>Kommunens certifikat blev ikke fundet, eller filen kan ikke læses.</source>
            <translation>The municipality's certificate was not found, or its file cannot be read.</translation>
        </message>
        <message>
            <source>Bed it-support om at kontrollere certifikatet i indstillingerne.</source>
            <translation>Ask IT support to check the certificate in the settings.</translation>
        </message>
        <message>
            <source>Filen med kommunens certifikat er ikke et certifikat med nøgle (.p12).</source>
            <translation>The file with the municipality's certificate is not a certificate with a key (.p12).</translation>
        </message>
        <message>
            <source>Kommunens certifikat er udløbet {date}.</source>
            <translation>The municipality's certificate expired on {date}.</translation>
        </message>
        <message>
            <source>Kontakt it-support, som skal forny det.</source>
            <translation>Contact IT support, who must renew it.</translation>
        </message>
        <message>
            <source>Kommunens certifikat gælder først fra {date}.</source>
            <translation>The municipality's certificate is not valid before {date}.</translation>
        </message>
        <message>
            <source>Kontakt it-support. Kontrollér også, at pc'ens ur går rigtigt.</source>
            <translation>Contact IT support. Check as well that the computer's clock is right.</translation>
        </message>
        <message>
            <source>Adgangskoden til certifikatet er forkert.</source>
            <translation>The passphrase of the certificate is wrong.</translation>
        </message>
        <message>
            <source>Bed it-support om at gemme den rigtige adgangskode.</source>
            <translation>Ask IT support to store the right passphrase.</translation>
        </message>
        <message>
            <source>Adgangskoden til certifikatet mangler.</source>
            <translation>The passphrase of the certificate is missing.</translation>
        </message>
        <message>
            <source>Bed it-support om at gemme adgangskoden i pc'ens nøglering.</source>
            <translation>Ask IT support to store the passphrase in the computer's keyring.</translation>
        </message>
        <message>
            <source>Pc'ens nøglering, som gemmer adgangskoden til certifikatet, kan ikke bruges.</source>
            <translation>The computer's keyring, which holds the certificate's passphrase, cannot be used.</translation>
        </message>
        <message>
            <source>Lås nøgleringen op, eller kontakt it-support.</source>
            <translation>Unlock the keyring, or contact IT support.</translation>
        </message>
        <message>
            <source>Filen med de certifikatudstedere, som programmet stoler på, kan ikke læses.</source>
            <translation>The file of certificate authorities that the program trusts cannot be read.</translation>
        </message>
        <message>
            <source>Bed it-support om at kontrollere ca_file i indstillingerne.</source>
            <translation>Ask IT support to check ca_file in the settings.</translation>
        </message>
        <message>
            <source>Filen med certifikatet er krypteret med en ældre metode, som denne pc ikke kan læse. Adgangskoden kan godt være rigtig.</source>
            <translation>The file with the certificate is encrypted with an older method that this computer cannot read. The passphrase may well be right.</translation>
        </message>
        <message>
            <source>Eksportér certifikatet igen, og vælg AES-256 (ikke RC2 eller 3DES) som kryptering.</source>
            <translation>Export the certificate again, and choose AES-256 (not RC2 or 3DES) as encryption.</translation>
        </message>
        <message>
            <source>Filen med certifikatet er ikke beskyttet med en adgangskode. Den er ikke kopieret.</source>
            <translation>The file with the certificate is not protected by a passphrase. It has not been copied.</translation>
        </message>
        <message>
            <source>Eksportér certifikatet igen med en adgangskode, og slet den ubeskyttede fil.</source>
            <translation>Export the certificate again with a passphrase, and delete the unprotected file.</translation>
        </message>
    </context>
    <context>
        <name>formatting</name>
        <message>
            <source>januar</source>
            <translation>January</translation>
        </message>
        <message>
            <source>februar</source>
            <translation>February</translation>
        </message>
        <message>
            <source>marts</source>
            <translation>March</translation>
        </message>
        <message>
            <source>april</source>
            <translation>April</translation>
        </message>
        <message>
            <source>maj</source>
            <translation>May</translation>
        </message>
        <message>
            <source>juni</source>
            <translation>June</translation>
        </message>
        <message>
            <source>juli</source>
            <translation>July</translation>
        </message>
        <message>
            <source>august</source>
            <translation>August</translation>
        </message>
        <message>
            <source>september</source>
            <translation>September</translation>
        </message>
        <message>
            <source>oktober</source>
            <translation>October</translation>
        </message>
        <message>
            <source>november</source>
            <translation>November</translation>
        </message>
        <message>
            <source>december</source>
            <translation>December</translation>
        </message>
        <message>
            <source>ugyldig dato i CPR: {date}</source>
            <translation>invalid date in CPR: {date}</translation>
        </message>
        <message>
            <source>{date} (usikker)</source>
            <translation>{date} (uncertain)</translation>
        </message>
        <message>
            <source>{count} mdr.</source>
            <translation>{count} months</translation>
        </message>
        <message>
            <source>{count} år</source>
            <translation>{count} years</translation>
        </message>
        <message>
            <source>{age} (usikker)</source>
            <translation>{age} (uncertain)</translation>
        </message>
    </context>
    <context>
        <name>hotkeys</name>
        <message>
            <source>Genveje</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>&amp;Filer</source>
            <translation>&amp;Files</translation>
        </message>
        <message>
            <source>&amp;Rediger</source>
            <translation>&amp;Edit</translation>
        </message>
        <message>
            <source>&amp;Vis</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>H&amp;istorik</source>
            <translation>H&amp;istory</translation>
        </message>
        <message>
            <source>&amp;Hjælp</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>Slå op igen</source>
            <translation>Look up again</translation>
        </message>
        <message>
            <source>Udskriv …</source>
            <translation>Print …</translation>
        </message>
        <message>
            <source>Ryd alt nu</source>
            <translation>Clear everything now</translation>
        </message>
        <message>
            <source>Indstillinger …</source>
            <translation>Settings …</translation>
        </message>
        <message>
            <source>Afslut</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Gå til søgefeltet</source>
            <translation>Go to the search field</translation>
        </message>
        <message>
            <source>Annullér opslaget, skjul det viste, eller gå til søgefeltet</source>
            <translation>Cancel the lookup, hide what is revealed, or go to the search field</translation>
        </message>
        <message>
            <source>Kopiér feltet</source>
            <translation>Copy the field</translation>
        </message>
        <message>
            <source>Kopiér CPR-nr.</source>
            <translation>Copy CPR number</translation>
        </message>
        <message>
            <source>Kopiér adresselabel</source>
            <translation>Copy address label</translation>
        </message>
        <message>
            <source>Kopiér fuld tekst</source>
            <translation>Copy full text</translation>
        </message>
        <message>
            <source>Genvejsmenu</source>
            <translation>Context menu</translation>
        </message>
        <message>
            <source>Stamdata</source>
            <translation>Master data</translation>
        </message>
        <message>
            <source>Adresse</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Familie</source>
            <translation>Family</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>Skift mellem tabel og stamtræ</source>
            <translation>Change between table and family tree</translation>
        </message>
        <message>
            <source>Næste panel</source>
            <translation>Next panel</translation>
        </message>
        <message>
            <source>Forrige panel</source>
            <translation>Previous panel</translation>
        </message>
        <message>
            <source>Vis beskyttede oplysninger …</source>
            <translation>Show protected data …</translation>
        </message>
        <message>
            <source>Telefonvisning</source>
            <translation>Phone view</translation>
        </message>
        <message>
            <source>Større tekst</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>Mindre tekst</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>Normal tekst</source>
            <translation>Normal text</translation>
        </message>
        <message>
            <source>Tilbage</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Frem</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>Seneste opslag …</source>
            <translation>Recent lookups …</translation>
        </message>
        <message>
            <source>Test forbindelsen …</source>
            <translation>Test the connection …</translation>
        </message>
        <message>
            <source>Lav fejlpakke til it-support …</source>
            <translation>Make a package for IT support …</translation>
        </message>
        <message>
            <source>Slå op; i familien: slå personen op</source>
            <translation>Look up; in the family: look the person up</translation>
        </message>
        <message>
            <source>I stamtræet: gå fra person til person</source>
            <translation>In the family tree: go from person to person</translation>
        </message>
    </context>
    <context>
        <name>input</name>
        <message>
            <source>Brug {number}</source>
            <translation>Use {number}</translation>
        </message>
        <message>
            <source>Indtast eller indsæt et CPR-nummer. Mellemrum og bindestreg er i orden.</source>
            <translation>Type or paste a CPR number. Blanks and a hyphen are fine.</translation>
        </message>
        <message>
            <source>Født {date}</source>
            <translation>Born {date}</translation>
        </message>
        <message>
            <source>{count} år</source>
            <translation>{count} years</translation>
        </message>
        <message>
            <source>mand</source>
            <translation>male</translation>
        </message>
        <message>
            <source>kvinde</source>
            <translation>female</translation>
        </message>
        <message>
            <source>Nummeret følger ikke modulus 11. Det kan være gyldigt og kan slås op.</source>
            <translation>The number does not follow modulus 11. It may be valid and can be looked up.</translation>
        </message>
        <message>
            <source>Indtast eller indsæt et CPR-nummer.</source>
            <translation>Type or paste a CPR number.</translation>
        </message>
        <message>
            <source>Et CPR-nummer har 10 cifre. Kontrollér nummeret.</source>
            <translation>A CPR number has 10 digits. Check the number.</translation>
        </message>
        <message>
            <source>Et CPR-nummer består kun af cifre. Kontrollér nummeret.</source>
            <translation>A CPR number consists of digits only. Check the number.</translation>
        </message>
        <message>
            <source>Det er ikke et gyldigt CPR-nummer. De første seks cifre skal være en dato.</source>
            <translation>It is not a valid CPR number. The first six digits must be a date.</translation>
        </message>
        <message>
            <source>Det er et erstatningspersonnummer (60 er lagt til dagen). Det findes ikke i CPR og kan ikke slås op.</source>
            <translation>It is a substitute number (60 has been added to the day). It does not exist in CPR and cannot be looked up.</translation>
        </message>
        <message>
            <source>Der er indsat flere numre. Vælg det, der skal slås op.</source>
            <translation>Several numbers were pasted. Choose the one to look up.</translation>
        </message>
        <message>
            <source>Nummeret har 9 cifre. Mangler der et 0 forrest?</source>
            <translation>The number has 9 digits. Is a leading 0 missing?</translation>
        </message>
    </context>
    <context>
        <name>masking</name>
        <message>
            <source>Beskyttet person</source>
            <translation>Protected person</translation>
        </message>
        <message>
            <source>(uden navn)</source>
            <translation>(no name)</translation>
        </message>
        <message>
            <source>Skjult – adressen er beskyttet</source>
            <translation>Hidden – the address is protected</translation>
        </message>
        <message>
            <source>Beskyttelse ukendt – vises som beskyttet</source>
            <translation>Protection unknown – shown as protected</translation>
        </message>
        <message>
            <source>Skjult – kan afsløre beskyttet adresse</source>
            <translation>Hidden – may give away a protected address</translation>
        </message>
        <message>
            <source>Skjult, indtil hele familien er hentet</source>
            <translation>Hidden until the whole family has been fetched</translation>
        </message>
        <message>
            <source>Skjult</source>
            <translation>Hidden</translation>
        </message>
    </context>
    <context>
        <name>person</name>
        <message>
            <source>Navne- og adressebeskyttelse</source>
            <translation>Name and address protection</translation>
        </message>
        <message>
            <source>Beskyttelse ukendt – vises som beskyttet</source>
            <translation>Protection unknown – shown as protected</translation>
        </message>
        <message>
            <source>Ingen navne- og adressebeskyttelse registreret</source>
            <translation>No name and address protection registered</translation>
        </message>
        <message>
            <source>Har haft tidligere navne</source>
            <translation>Has had earlier names</translation>
        </message>
        <message>
            <source>CPR-replika, opdateres natten til hverdage</source>
            <translation>CPR replica, updated on weekday nights</translation>
        </message>
    </context>
    <context>
        <name>printout</name>
        <message>
            <source>Familien kan ikke udskrives: en af personerne er beskyttet. Udskriv kun personen.</source>
            <translation>The family cannot be printed: one of the persons is protected. Print the person only.</translation>
        </message>
        <message>
            <source>Stamdata</source>
            <translation>Stamdata</translation>
        </message>
        <message>
            <source>Adresse</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>BESKYTTET</source>
            <translation>PROTECTED</translation>
        </message>
        <message>
            <source>TEST</source>
            <translation>TEST</translation>
        </message>
        <message>
            <source>Udskrevet {time} af {user}</source>
            <translation>Printed {time} by {user}</translation>
        </message>
        <message>
            <source>Formål: {purpose}</source>
            <translation>Purpose: {purpose}</translation>
        </message>
        <message>
            <source>Sagsnr.: {case}</source>
            <translation>Case no.: {case}</translation>
        </message>
        <message>
            <source>Miljø: {environment}</source>
            <translation>Environment: {environment}</translation>
        </message>
        <message>
            <source>Kilde: {source} · hentet {time} · Opslags-id {id}</source>
            <translation>Source: {source} · fetched {time} · lookup id {id}</translation>
        </message>
    </context>
    <context>
        <name>reveal</name>
        <message>
            <source>Sagsbehandling</source>
            <translation>Casework</translation>
        </message>
        <message>
            <source>Brev til personen selv</source>
            <translation>Letter to the person themselves</translation>
        </message>
        <message>
            <source>Akut hjælp</source>
            <translation>Urgent help</translation>
        </message>
        <message>
            <source>Dokumenteret krav / retlig interesse (CPR-loven kap. 12)</source>
            <translation>Documented claim / legal interest (CPR Act, chapter 12)</translation>
        </message>
        <message>
            <source>Visningen varer {seconds} sekunder og logges med dit brugernavn.</source>
            <translation>It is shown for {seconds} seconds and logged with your user name.</translation>
        </message>
        <message>
            <source>Vises i {time}</source>
            <translation>Shown for {time}</translation>
        </message>
        <message>
            <source>Personen har navne- og adressebeskyttelse.</source>
            <translation>The person has name and address protection.</translation>
        </message>
        <message>
            <source>Det er ukendt, om personen er beskyttet. Personen vises som beskyttet.</source>
            <translation>It is not known whether the person is protected. The person is shown as protected.</translation>
        </message>
        <message>
            <source>Personens adresse kan afsløre en beskyttet persons adresse.</source>
            <translation>The person's address may give a protected person's address away.</translation>
        </message>
    </context>
    <context>
        <name>second_start</name>
        <message>
            <source>Familieopslag er allerede åbent, men svarer ikke. Vent et øjeblik, og prøv igen. Hjælper det ikke, så luk programmet i Jobliste, eller log af og på.</source>
            <translation>Familieopslag is open already but does not answer. Wait a moment and try again. If that does not help, end the program in Task Manager, or sign out and in.</translation>
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>Indstillingerne er gemt.</source>
            <translation>The settings have been saved.</translation>
        </message>
        <message>
            <source>Programmet er sat op.</source>
            <translation>The program has been set up.</translation>
        </message>
        <message>
            <source>Skriv et UUID, for eksempel 01234567-89ab-cdef-0123-456789abcdef.</source>
            <translation>Write a UUID, for example 01234567-89ab-cdef-0123-456789abcdef.</translation>
        </message>
        <message>
            <source>Skriv stien til en fil eller mappe.</source>
            <translation>Write the path to a file or folder.</translation>
        </message>
        <message>
            <source>Skriv en adresse, der begynder med https://, uden brugernavn og adgangskode.</source>
            <translation>Write an address that begins with https://, without user name and password.</translation>
        </message>
        <message>
            <source>Skriv system, none eller http://navn:port, uden brugernavn og adgangskode.</source>
            <translation>Write system, none or http://name:port, without user name and password.</translation>
        </message>
        <message>
            <source>Ekstern test</source>
            <translation>External test</translation>
        </message>
        <message>
            <source>Produktion</source>
            <translation>Production</translation>
        </message>
        <message>
            <source>Egen adresse</source>
            <translation>Own address</translation>
        </message>
        <message>
            <source>Miljøet: exttest er ekstern test, prod er produktion, og custom er en egen adresse (endpoint).</source>
            <translation>The environment: exttest is external test, prod is production, and custom is an address of your own (endpoint).</translation>
        </message>
        <message>
            <source>Miljø</source>
            <translation>Environment</translation>
        </message>
        <message>
            <source>Servicens adresse. Bruges kun sammen med environment = custom, og kræves der.</source>
            <translation>The service's address. Used together with environment = custom only, and required there.</translation>
        </message>
        <message>
            <source>Servicens adresse</source>
            <translation>The service's address</translation>
        </message>
        <message>
            <source>Fil (PEM) med de certifikatudstedere, som programmet stoler på, og ingen andre. Uden den bruges pc'ens.</source>
            <translation>File (PEM) with the certificate authorities that the program trusts, and no others. Without it: the PC's.</translation>
        </message>
        <message>
            <source>Betroede udstedere (CA-fil)</source>
            <translation>Trusted issuers (CA file)</translation>
        </message>
        <message>
            <source>Serviceaftalens UUID.</source>
            <translation>The service agreement's UUID.</translation>
        </message>
        <message>
            <source>UUID for serviceaftale</source>
            <translation>UUID of the service agreement</translation>
        </message>
        <message>
            <source>Anvendersystemets UUID.</source>
            <translation>The user system's UUID.</translation>
        </message>
        <message>
            <source>UUID for anvendersystem</source>
            <translation>UUID of the user system</translation>
        </message>
        <message>
            <source>Myndighedens (kommunens) UUID.</source>
            <translation>The authority's (municipality's) UUID.</translation>
        </message>
        <message>
            <source>UUID for myndighed</source>
            <translation>UUID of the authority</translation>
        </message>
        <message>
            <source>Det GCTP-felt, som beder om de næste 20 personer i en familie. Tomt: der bedes ikke om flere.</source>
            <translation>The GCTP field that asks for the next 20 persons of a family. Empty: no more are asked for.</translation>
        </message>
        <message>
            <source>GCTP-felt for næste side</source>
            <translation>GCTP field for the next page</translation>
        </message>
        <message>
            <source>Om servicen oplyser beskyttelse (CBSK_TYP) for familien. false: pårørende uden den vises som beskyttede.</source>
            <translation>Whether the service tells protection (CBSK_TYP) for the family. false: relatives without it are shown as protected.</translation>
        </message>
        <message>
            <source>Servicen oplyser familiens beskyttelse</source>
            <translation>The service tells the family's protection</translation>
        </message>
        <message>
            <source>Sekunder, før et forsøg på at få forbindelse opgives.</source>
            <translation>Seconds before an attempt to connect is given up.</translation>
        </message>
        <message>
            <source>Ventetid på forbindelse (sekunder)</source>
            <translation>Wait for a connection (seconds)</translation>
        </message>
        <message>
            <source>Sekunder, før ventetiden på et svar opgives.</source>
            <translation>Seconds before waiting for a reply is given up.</translation>
        </message>
        <message>
            <source>Ventetid på svar (sekunder)</source>
            <translation>Wait for an answer (seconds)</translation>
        </message>
        <message>
            <source>Vejen ud: pc'ens egen proxy (system), ingen (none) eller en bestemt (http://navn:port).</source>
            <translation>The way out: the PC's own proxy (system), none (none) or a certain one (http://name:port).</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>Brugernavn til proxyen. Adgangskoden står aldrig i en fil.</source>
            <translation>User name for the proxy. The password is never in a file.</translation>
        </message>
        <message>
            <source>Brugernavn til proxyen</source>
            <translation>User name for the proxy</translation>
        </message>
        <message>
            <source>Kommunens certifikat med nøgle (.p12).</source>
            <translation>The municipality's certificate with key (.p12).</translation>
        </message>
        <message>
            <source>Certifikatets fil</source>
            <translation>The certificate's file</translation>
        </message>
        <message>
            <source>Mappen med loggen over opslag. Uden den: brugerens egen mappe på pc'en.</source>
            <translation>The folder with the log of lookups. Without it: the user's own folder on the PC.</translation>
        </message>
        <message>
            <source>Mappe med loggen</source>
            <translation>Folder with the log</translation>
        </message>
        <message>
            <source>Fil med nøglen til loggen, hvor pc'en ikke har en nøglering. Uden den: nøgleringen.</source>
            <translation>File with the key to the log, where the PC has no keyring. Without it: the keyring.</translation>
        </message>
        <message>
            <source>Fil med loggens nøgle</source>
            <translation>File with the log's key</translation>
        </message>
        <message>
            <source>Måneder, loggen gemmes.</source>
            <translation>Months for which the log is kept.</translation>
        </message>
        <message>
            <source>Loggen gemmes (måneder)</source>
            <translation>The log is kept (months)</translation>
        </message>
        <message>
            <source>Minutter uden aktivitet, før skærm, historik og udklip ryddes. 0: aldrig.</source>
            <translation>Minutes without activity before screen, history and clipboard are cleared. 0: never.</translation>
        </message>
        <message>
            <source>Ryd efter inaktivitet (minutter)</source>
            <translation>Clear after inactivity (minutes)</translation>
        </message>
        <message>
            <source>Om beskyttede oplysninger kan vises, når der er en grund, som logges.</source>
            <translation>Whether protected information can be shown, when there is a reason, which is logged.</translation>
        </message>
        <message>
            <source>Beskyttede oplysninger kan vises</source>
            <translation>Protected information can be shown</translation>
        </message>
        <message>
            <source>Sekunder, beskyttede oplysninger vises ad gangen.</source>
            <translation>Seconds for which protected information is shown at a time.</translation>
        </message>
        <message>
            <source>Beskyttede oplysninger vises (sekunder)</source>
            <translation>Protected information is shown (seconds)</translation>
        </message>
        <message>
            <source>Om der kræves et sagsnummer for at vise beskyttede oplysninger.</source>
            <translation>Whether a case number is required to show protected information.</translation>
        </message>
        <message>
            <source>Sagsnummer kræves for at vise</source>
            <translation>A case number is required to show it</translation>
        </message>
        <message>
            <source>Om også navnet på en beskyttet person skjules.</source>
            <translation>Whether the name of a protected person is hidden too.</translation>
        </message>
        <message>
            <source>Skjul navnet på beskyttede personer</source>
            <translation>Hide the names of protected persons</translation>
        </message>
        <message>
            <source>Sekunder, før det, programmet har kopieret, ryddes fra udklipsholderen.</source>
            <translation>Seconds before what the program has copied is cleared from the clipboard.</translation>
        </message>
        <message>
            <source>Ryd udklipsholderen (sekunder)</source>
            <translation>Clear the clipboard (seconds)</translation>
        </message>
        <message>
            <source>Om der kan udskrives og gemmes som PDF.</source>
            <translation>Whether printing and saving as PDF are allowed.</translation>
        </message>
        <message>
            <source>Udskrift og PDF</source>
            <translation>Printing and PDF</translation>
        </message>
        <message>
            <source>Personer, der højst huskes, mens programmet er åbent. 0: ingen.</source>
            <translation>Persons remembered at most while the program is open. 0: none.</translation>
        </message>
        <message>
            <source>Personer i historikken</source>
            <translation>Persons in the history</translation>
        </message>
        <message>
            <source>Tekstens størrelse i procent.</source>
            <translation>The size of the text in per cent.</translation>
        </message>
        <message>
            <source>Tekststørrelse (procent)</source>
            <translation>Text size (per cent)</translation>
        </message>
        <message>
            <source>Som pc'en</source>
            <translation>As the computer</translation>
        </message>
        <message>
            <source>Dansk</source>
            <translation>Danish</translation>
        </message>
        <message>
            <source>Engelsk</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Sproget: pc'ens (system), dansk (da) eller engelsk (en).</source>
            <translation>The language: the PC's (system), Danish (da) or English (en).</translation>
        </message>
        <message>
            <source>Sprog</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Lyse</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Mørke</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Farverne: pc'ens (system), lyse (light) eller mørke (dark).</source>
            <translation>The colours: the PC's (system), light (light) or dark (dark).</translation>
        </message>
        <message>
            <source>Farver</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>De formål, som der kan vælges mellem, før der slås op. Uden nogen spørges der ikke om et formål.</source>
            <translation>The purposes to choose from before a lookup. Without any, no purpose is asked for.</translation>
        </message>
        <message>
            <source>Formål</source>
            <translation>Purposes</translation>
        </message>
        <message>
            <source>Skriv højst {longest} tegn på én linje, og ikke et CPR-nummer.</source>
            <translation>Write at most {longest} characters on one line, and no CPR number.</translation>
        </message>
        <message>
            <source>Vælg en af disse: {options}.</source>
            <translation>Choose one of these: {options}.</translation>
        </message>
        <message>
            <source>Skriv true for ja eller false for nej.</source>
            <translation>Write true for yes or false for no.</translation>
        </message>
        <message>
            <source>Skriv et helt tal fra {low} til {high}.</source>
            <translation>Write a whole number from {low} to {high}.</translation>
        </message>
        <message>
            <source>Skriv et helt tal fra {low} til {high}, eller 0 for aldrig.</source>
            <translation>Write a whole number from {low} to {high}, or 0 for never.</translation>
        </message>
        <message>
            <source>Skriv et antal sekunder over 0 og højst {high}.</source>
            <translation>Write a number of seconds above 0 and at most {high}.</translation>
        </message>
        <message>
            <source>Skriv et formål på hver linje: en kode med store bogstaver, tal, _ . eller -, et lighedstegn og en tekst, for eksempel BORGERSERVICE = Borgerservice. Hver kode må kun stå én gang.</source>
            <translation>Write one purpose on each line: a code of capital letters, digits, _ . or -, an equals sign and a text, for example BORGERSERVICE = Borgerservice. Each code may stand only once.</translation>
        </message>
        <message>
            <source>Styres af din administrator</source>
            <translation>Managed by your administrator</translation>
        </message>
        <message>
            <source>Kun din administrator kan vælge det. Det er mindre sikkert end det, der gælder: {limit}.</source>
            <translation>Only your administrator can choose that. It is less safe than what applies: {limit}.</translation>
        </message>
        <message>
            <source>Værdien i filen er ikke gyldig. Når du gemmer, gælder det, der står her.</source>
            <translation>The value in the file is not valid. Once you save, what stands here applies.</translation>
        </message>
        <message>
            <source>Vælg en af mulighederne.</source>
            <translation>Choose one of the options.</translation>
        </message>
        <message>
            <source>Skal udfyldes.</source>
            <translation>Must be filled in.</translation>
        </message>
        <message>
            <source>Skriv servicens adresse.</source>
            <translation>Enter the service's address.</translation>
        </message>
        <message>
            <source>aldrig</source>
            <translation>never</translation>
        </message>
        <message>
            <source>Du kan vælge fra {low} til {high}.</source>
            <translation>You can choose from {low} to {high}.</translation>
        </message>
        <message>
            <source>Kun din administrator kan ændre det.</source>
            <translation>Only your administrator can change it.</translation>
        </message>
    </context>
    <context>
        <name>statuses</name>
        <message>
            <source>Aktiv</source>
            <translation>Active</translation>
        </message>
        <message>
            <source>Registreret på særlig vejkode ({code})</source>
            <translation>Registered with a special road code ({code})</translation>
        </message>
        <message>
            <source>Aktiv, Grønland</source>
            <translation>Active, Greenland</translation>
        </message>
        <message>
            <source>Registreret på særlig vejkode i Grønland ({code})</source>
            <translation>Registered with a special road code in Greenland ({code})</translation>
        </message>
        <message>
            <source>Reserveret</source>
            <translation>Reserved</translation>
        </message>
        <message>
            <source>Reserveret personnummer ({code})</source>
            <translation>Reserved personal number ({code})</translation>
        </message>
        <message>
            <source>Administrativt</source>
            <translation>Administrative</translation>
        </message>
        <message>
            <source>Administrativt personnummer uden bopæl ({code})</source>
            <translation>Administrative personal number without residence ({code})</translation>
        </message>
        <message>
            <source>Annulleret</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>Annulleret personnummer ({code})</source>
            <translation>Cancelled personal number ({code})</translation>
        </message>
        <message>
            <source>Slettet nummer</source>
            <translation>Deleted number</translation>
        </message>
        <message>
            <source>Slettet dobbeltnummer ({code}).</source>
            <translation>Deleted duplicate number ({code}).</translation>
        </message>
        <message>
            <source>Ændret nummer</source>
            <translation>Changed number</translation>
        </message>
        <message>
            <source>Personnummeret er ændret ({code}).</source>
            <translation>The personal number has been changed ({code}).</translation>
        </message>
        <message>
            <source>Forsvundet</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>Forsvundet{date} ({code})</source>
            <translation>Missing{date} ({code})</translation>
        </message>
        <message>
            <source>Udrejst</source>
            <translation>Emigrated</translation>
        </message>
        <message>
            <source>Udrejst{date}{country} ({code})</source>
            <translation>Emigrated{date}{country} ({code})</translation>
        </message>
        <message>
            <source>Død</source>
            <translation>Dead</translation>
        </message>
        <message>
            <source>Død{date} ({code})</source>
            <translation>Dead{date} ({code})</translation>
        </message>
        <message>
            <source>Ukendt statuskode {code}</source>
            <translation>Unknown status code {code}</translation>
        </message>
        <message>
            <source>Status er ikke oplyst.</source>
            <translation>No status is given.</translation>
        </message>
        <message>
            <source>Gældende nummer findes.</source>
            <translation>There is a current number.</translation>
        </message>
        <message>
            <source>Gå til gældende nummer</source>
            <translation>Go to the current number</translation>
        </message>
        <message>
            <source>Det gældende nummer kan ikke læses.</source>
            <translation>The current number cannot be read.</translation>
        </message>
        <message>
            <source>Der er ikke oplyst et andet gældende nummer.</source>
            <translation>No other current number is given.</translation>
        </message>
    </context>
    <context>
        <name>telephone</name>
        <message>
            <source>Oplys kun det, der står her. Den, der ringer, skal først selv kunne udpege personen entydigt.</source>
            <translation>Tell only what stands here. The caller must first be able to point the person out without doubt.</translation>
        </message>
        <message>
            <source>Sig: »Jeg kan ikke give oplysninger om personen.«</source>
            <translation>Say: "I cannot give information about the person."</translation>
        </message>
        <message>
            <source>Sig ikke, at der er en beskyttelse.</source>
            <translation>Do not say that there is a protection.</translation>
        </message>
        <message>
            <source>Navn</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Adresse</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Oplys ikke adressen, og sig ikke hvorfor.</source>
            <translation>Do not tell the address, and do not say why.</translation>
        </message>
    </context>
</TS>
