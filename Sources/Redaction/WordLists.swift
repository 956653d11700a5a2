/// The words that tell secrets from the rest, in both languages, as people type them: lower case, with slips.
enum WordLists {
  static let all: [(WordKinds, String)] = [
    (.password, passwords), (.password, "p4ssw0rd p4ssword pa55word pa55w0rd l0senord l0sen lösen0rd"),
    (.perhapsPassword, "pass lös pin pinen pinkod pinkoden puk pukkod pukkoden"), (.link, links),
    (.filler, fillers), (.harmless, functionWords), (.harmless, states), (.harmless, products), (.unit, units),
    (.clause, clauses), (.setting, settings), (.using, uses), (.reference, references), (.numbered, products),
    (.numbered, numbered), (.phone, phones), (.person, persons), (.key, keys), (.card, cards),
    (.credentials, credentials), (.owner, owners), (.harmless, passwords), (.harmless, credentials),
    (.link, beings), (.being, beings), (.phrase, "passphrase passphrases lösenfras lösenfrasen"),
    (.more, "or and also then no nope sorry eller och också även sen sedan nej förlåt"), (.digit, digits),
    (.code, codes),
    (.codeSource, codeSources),
    (.passwordThing, "lösenordsfält lösenordsfältet lösenordsruta lösenordsrutan lösenrutan lösenfältet"),
    (.network, "wifi fi wlan wpa wpa2 wpa3 wep ssid network router routern nätverk nätverket gästnät gästnätet"),
    (.answer, "answer answers answered svar svaret svaren svarar svarade svarat flicknamn maiden"),
    (.secretQuestion, secretQuestions), (.purpose, "for to till för of på"), (.account, accounts),
    (.account, accountNames), (.accountName, accountNames), (.harmless, accountNames), (.everyday, vocabulary),
    (.predicate, predicates), (.locked, "locked lockout låst utelåst utestängd"), (.using, typing),
    (.fault, "error err fel felkod felet"),
    (.letters, "letters characters chars bokstäver tecken"),
    (.typing, typing), (.used, typing), (.used, trying),
    (.sending, sendings), (.naming, "name namn namnet named döpt döptes uppkallad uppkallat"),
    (.namely, "dvs ie namely nämligen alltså viz"), (.trying, trying),
    (.used, "used had använt använde hade haft"), (.origin, "from från ifrån"),
    (.refusal, refusals), (.keystroke, keystrokes), (.typing, pressing), (.digit, tens),
  ]

  private static let passwords = """
    password passwords passwort pasword passwrod passowrd passord psswd passwd pwd pw pws pword passphrase passcode
    passwordet pw't pwt password's pw's pwd's lösenkod lösenkoden kodord kodordet lösenord lösenordet lösenorden lösenords lösenordets lösen lösenet
    losenord losenordet losen losenet lösord lösordet lösenrod lösnord lösnordet lösenorde lössenord lössenordet
    loesenord loesenordet engångslösenord engångslösenordet adminlösenord adminlösenordet wifilösenord testlösenord
    passord passordet ssword ssw0rd pwrd pswd passw passwrd testlösenordet standardlösenord standardlösenordet domänlösenord domänlösenordet windowslösenord
    windowslösenordet lösenfras lösenfrasen startlösenord startlösenordet nätverksnyckel nätverksnyckeln wifinyckel
    wifinyckeln wlannyckel wlannyckeln
    """

  private static let links = "to as till som be vara"
  private static let beings =
    "is was are were är ar var blev blir vart lyder heter stavas skrivs spelled spells reads e being it's its that's"

  private static let predicates = """
    is isn't isnt was wasn't wasnt doesn't doesnt does didn't didnt did don't dont won't wont can't cant no not never
    works worked fails failed keeps gets got stopped expired är ar var blev blir funkar funka funkade fungerar
    fungerade går gick gar stämmer nekas nekades godtas godkänns accepteras duger tas slutade gäller gällde inte ej
    aldrig
    """

  private static let fillers = """
    now still just actually currently probably simply always again maybe like called set changed reset nu fortfarande
    bara faktiskt alltid nog typ alltså ju väl igen numera satt ändrat bytt återställt temporarily tillfälligt
    perhaps possibly möjligen eventuellt förut förr tidigare previously formerly originally either antingen kanske exactly precis exakt literally basically egentligen bokstavligen helt enkelt word ordet this det detta följande following här here
    """

  private static let owners = "my our mitt min mina vårt vår hans hennes his her the det den"

  private static let clauses = """
    and but or so because when then if while please can could would why after before och men eller så för eftersom
    när sen sedan om medan snälla kan kunde varför efter innan fast utan tack thanks thank mvh which that where vilket
    yesterday today already igår idag imorse nyss nu redan whereas i'm jag i you du it den we vi who vem it's what vad
    """

  private static let settings = """
    set changed change reset resetted setting put made updated satte sätter satt sätta ändrade ändra ändrat bytte byta
    bytt byter ställde gjorde valde väljer choose chose chosen picked pick uppdaterade återställde återställt gav fick
    got gave given resettade resetat resetta återställ återställa nollställ nollställa nollställde nollställt byt ställ
    ställa ställt ändrades byttes sattes
    """

  private static let uses = """
    use used using tried try typed type typing entered enter entering wrote write with använde använder använd
    använda använt had hade haft testade testar testa testat provade provar prova provat prövade prövat skrev skriver skriva skrivit matade knappade angav
    anger ange angett med försökte mata generated suggested slumpade genererade föreslog
    """

  private static let trying = "tried try trying testade testat provade prova provat prövade prövat försökte"

  private static let typing = """
    type typing typed enter entering entered wrote write skrev skriver skriva skrivit matade matar mata knappade knappar
    angav anger ange angett knappat knappa putting keyed keying put accept accepts accepted accepting accepterar accepterade godta godtar godtog refuse
    refuses refused reject rejects rejected nekar nekade
    """

  private static let refusals = """
    wrong incorrect invalid denied refused refuses rejected rejects shook shakes shake shaking skakar skakade skaka rött
    röd röda red blinkar blinkade blinks nekad nekas nekat nekar fel felaktigt felaktig ogiltigt ogiltig låst locked
    spärrat spärrad neither
    """

  private static let keystrokes = """
    enter return retur returtangenten tab arrow pil pilen ok okay okej submit hit pressed press tryckte trycker tryck
    click clicked klickar klickade klicka nästa next
    """

  private static let tens = """
    tio elva tolv tretton fjorton femton sexton sjutton arton nitton eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen tio tjugo trettio fyrtio femtio sextio sjuttio åttio nittio ten twenty thirty forty fifty sixty seventy eighty
    ninety
    """

  private static let pressing = "trycker tryckte tryckt tryck slår slog slagit press pressed pressing"

  private static let references = """
    it it's that's that this them new old temp temporary current next previous one mine den det dom de dem nya nytt nuvarande
    gamla gammalt nästa förra tillfälligt tillfälliga mitt min
    """

  private static let units = """
    characters character chars char letters letter digits digit days day weeks week months month years year hours hour
    hrs hr minutes minute mins min seconds second sec s times time attempts users user people accounts admins passwords
    symbols words tecken bokstäver bokstav siffror siffra dagar dag dygn veckor vecka månader månad år timmar timme tim
    minuter minut sekunder sekund gånger gång försök användare personer konton procent percent st ggr x am pm
    lösenord ord kb mb gb
    """

  private static let numbered = """
    windows win server office exchange sharepoint outlook teams ios pilot ipados android macos sql iphone ipad chrome edge
    firefox adobe acrobat excel word onedrive ad dc pc srv vm host o m ms kb sp e f p a g v ver version build release
    error err fel felkod kod koden code event eventid steg step alt alternativ option nivå level port vlan wifi wlan rum room
    våning hus del part punkt sida page klass grupp group test user user_ användare konto account dator computer laptop
    klient client skrivare printer ticket ärende case incident nr no number nummer bild image fig skärm screenshot
    img dsc h q vecka week v. kl rdp vpn ipv dns tls ssl sha aes utf iso rs usb hp dell lenovo thinkpad latitude ubuntu debian ventura sonoma monterey catalina
    """

  private static let phones = """
    tel tele telefon telefonnummer telefonnumret tfn tlf mobil mobilen mobilnummer mobilnumret mob phone phonenumber
    cell cellphone mobile call ring ringa sms text whatsapp nås nå reach telnr mobilnr callback fax faxnummer
    jourtelefon direktnummer
    """

  private static let persons = """
    personnummer personnumret persnr pnr personr pn ssn social personalnumber personnr fødselsnummer samordningsnummer
    samordningsnumret samordningsnr socialsecurity cpr född födelsenummer nationalid personid
    """

  private static let keys = """
    key keys apikey secret secrets clientsecret token tokens accesskey accesstoken nyckel nyckeln nycklar hemlighet
    hemligheten hemlighetens apinyckel apinyckeln klienthemlighet klienthemligheten accountkey sharedaccesskey sig bearer basic
    authorization recovery återställningsnyckel återställningsnyckeln återhämtningsnyckel licensnyckel produktnyckel
    api_key client_secret access_token refresh_token secretkey seed totp frö cookie sessionscookie
    """

  private static let digits = """
    noll ett två tre fyra fem sex sju åtta nio nolla etta tvåa trea fyra femma sexa sjua åttan nian zero oh one two
    three four five six seven eight nine double triple hundred dubbel dubbelt hundra
    """

  /// What is sent or shown to sign in with, once.
  private static let codes = """
    otp totp engångskod engångskoden verifieringskod verifieringskoden säkerhetskod säkerhetskoden bekräftelsekod
    bekräftelsekoden inloggningskod inloggningskoden smskod smskoden återställningskod
    återställningskoden reservkod reservkoden reservkoder reservkoderna backupkod backupkoden backupkoder mfakod mfakoden passcode onetimecode
    åtkomstkod åtkomstkoden upplåsningskod upplåsningskoden aktiveringskod aktiveringskoden autentiseringskod
    autentiseringskoden tvåfaktorskod tvåfaktorskoden tvåstegskod nödkod nödkoden nödkoder räddningskod räddningskoder
    portkod portkoden dörrkod dörrkoden larmkod larmkoden passerkod passerkoden tillträdeskod tillträdeskoden
    återställningskoder återställningskoderna engångskoder verifikationskod verifikationskoden
    """

  private static let codeSources = """
    mfa sms verification authenticator authenticatorn 2fa login security confirmation text time backup recovery reset unlock access
    activation auth authentication rescue emergency alarm door gate entry
    """

  private static let sendings = """
    texted messaged mailed emailed sms smsed smsade smsat smsades messade mejlade mailade skickade skickat skickades
    sent sends skickar
    """

  private static let secretQuestions = """
    säkerhetsfråga säkerhetsfrågan säkerhetsfrågor säkerhetsfrågorna kontrollfråga kontrollfrågan kontrollfrågor
    säkerhetssvar säkerhetssvaret flicknamn maiden
    """

  private static let cards = """
    card kort kortet kortnummer kortnumret cardnumber visa mastercard amex bankkort kreditkort betalkort creditcard
    cvv cvc cvv2 cvc2 csc
    """

  private static let accounts = "user usr account login logon användare anv konto kontot inlogg inloggning id"
  private static let accountNames = """
    username usernames userid uid loginname användarnamn användarnamnet anvnamn användarid inloggningsnamn
    """

  private static let credentials = """
    credentials creds cred login logins inloggning inloggningen inlogg inloggningsuppgifter uppgifter uppgifterna
    """
}
