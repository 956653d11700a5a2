/// Words that are no password where one could stand: "my password is not working", "lösenordet är fel".
extension WordLists {
  static let functionWords = """
    a an the this that these those it its it's i i'm i've i'd me my mine we we've our us you you're your he she they
    them their his her in on at of for from by with without within into onto over under about after before until since
    during between through via per as like than then there here where when why how what which who whom whose if or and
    but nor so yet not no none never ever always again also too very really quite rather pretty just only even still
    already now soon today tomorrow yesterday tonight once twice often sometimes any some all both each every other
    another same such more most less least few many much several one two three four five six eight ten do does did
    doing done don't doesn't didn't can can't cannot could couldn't will won't would wouldn't shall should shouldn't
    may might must be been being is isn't are aren't was wasn't were weren't have haven't has hasn't had having get
    got gets getting go goes going gone up down out off back away please thanks ok okay yes yeah nope n/a na
    else instead because though although unless while whether either neither something anything nothing everything
    someone anyone nobody everyone somebody to
    att en ett den det de dem denna detta dessa sin sitt sina min mitt mina din ditt dina vår vårt våra er ert era hans
    hennes deras dess detsamma densamma desamma dito ditto jag du han hon vi ni man mig dig oss sig i på av för från med utan inom in till om under över
    efter före innan sedan sen mellan genom via per som än då där här när varför hur vad vilken vilket vilka vem vars
    och men eller så inte ej aldrig alltid igen också även mycket väldigt ganska bara fortfarande redan nu snart idag
    imorgon igår ofta ibland någon något några alla allt all båda varje annan annat andra samma sådan mer mest mindre
    minst få många flera är var vara varit blir blev bli blivit har hade ha haft kan kunde ska skulle skall vill ville
    måste får fick fått gör gjorde göra gjort gå går gick gått upp ner ut bort tillbaka tack snälla ja nej jo okej
    förut förr tidigare hemma jobbet annars istället eftersom fast medan antingen ingen inget inga alls ju väl nog typ lite helt åt hos mot vid runt
    såklart förstås givetvis naturligtvis självklart antagligen troligen obviously naturally probably course perhaps
    möjligen eventuellt
    """

  static let states = """
    wrong incorrect correct right invalid valid false true bad good fine great weak strong simple complex easy hard
    difficult short shorter long longer old older new newer expired expiring expire expires blocked locked unlocked
    lost forgotten forgot leaked compromised hacked stolen exposed known unknown secret private secure safe unsafe
    insecure encrypted hashed hidden visible shown masked greyed grayed gray grey out dimmed disabled enabled inactive
    active inactivated deactivated missing empty blank required mandatory needed optional necessary rejected refused
    accepted denied declined approved allowed disallowed permitted forbidden banned prohibited recognised recognized
    working work works worked failing fail fails failed broken reset resets changed change changes updated update set
    saved stored synced synchronised synchronized syncing sync replicated provisioned temporary temp permanent
    default initial case-sensitive sensitive different identical similar equal unchanged unique random generated
    written sent emailed mailed texted shared copied pasted typed entered used reused managed handled controlled
    protected policy policies field box page portal screen prompt link button blade tab menu option setting settings
    access myself yourself himself herself itself ourselves themselves själv själva function functions service services
    responding responded respond passiv passivt 365 b2b b2c efterfrågas begärs avkrävs
    helpdesk authentication privileged global role roles selected none require required register re $true $false $null
    writeback write-back self-service registration hash reset-link expiry history length complexity requirements
    requirement rules rule protection manager hint error message notification reminder request requests dialog form
    issue issues problem problems trouble help question questions info information ticket support admin admins
    administrator administrators user users everyone nobody account accounts mail email phone ready available
    unavailable pending stuck loop looping slow fast loading back due overdue outdated obsolete supposed meant able
    unable impossible possible supported unsupported working-fine important urgent mandatory confirmed verified
    unverified incomplete complete completed cleared removed deleted revoked replaced recovered retrieved rotated
    assigned configured applied asked prompted sign-in signin sign login log-in logon sent requested given handed
    created made kept found ignored causing asking saying showing giving getting being driving killing stopping
    cached remembered known cloud-only on-prem on-premises hybrid federated cloud local remote day days week expires
    never-expires sure unsure clear unclear nowhere somewhere there anywhere above below inside online offline live
    gone acting odd strange weird funny annoying useless crap ridiculous stupid terrible awful okay alright enough
    fel felaktigt felaktig rätt korrekt ogiltigt ogiltig giltigt giltig dåligt bra svagt starkt enkelt svårt lätt kort
    långt kortare längre gammalt nytt nya gamla utgånget utgått utgått. gått gått-ut förfallet spärrat låst upplåst
    olåst blockerat blockerad glömt bortglömt borta tappat läckt hackat stulet känt okänt hemligt säkert osäkert
    krypterat dolt synligt grått grå gråmarkerat nedtonat nedtonad inaktiverat inaktiverad aktiverat aktiverad aktivt
    inaktivt aktiv inaktiv utgråad utgråat nedsläckt släckt skuggad skuggat dimmad dimmat saknas tomt blankt obligatoriskt nödvändigt krävs krav nekat avvisat godkänt godkänd godkänns accepterat
    accepteras tillåtet tillåts förbjudet funkar funka funkade fungerar fungera fungerade fungerat strular krånglar
    felar trasigt återställt återställd återställas återställning ändrat ändrad ändras ändrats bytt bytas byts bytts
    byte uppdaterat uppdaterad sparat sparad sparas synkat synkad synkas synkroniserat synkroniserad synkroniseras
    tillfälligt tillfällig permanent förvalt standard skiftlägeskänsligt olika lika identiskt oförändrat unikt
    slumpat slumpmässigt genererat skickat skickas mailat mejlat smsat delat kopierat inklistrat skrivet inskrivet
    angivet använt hanterat skyddat policy policyn regler reglerna fält fältet ruta rutan sida sidan portal portalen
    länk länken knapp knappen blad bladet flik fliken meny menyn inställning inställningen inställningar krånglig
    krångligt fråga frågor hjälp problem problemet ärende ärendet konto kontot användare användaren administratör
    administratören admin redo klart klar tillgängligt otillgängligt långsamt laddar försenat föråldrat tänkt möjligt
    omöjligt stöds viktigt bråttom bekräftat verifierat borttaget raderat indraget ersatt konfigurerat satt valt
    tilldelat begärt skapat kvar hittat ignorerat sjukt konstigt knäppt märkligt värdelöst skit helkonstigt säker
    osäker tydligt otydligt online offline lokalt molnet moln lokal hybrid löper går gäller gälla upphör upphört
    slutat slutade släpps kommer kom försvinner försvann syns visas står verkar känns borde bör behöver behövs
    make let allow avoid ensure force check fix open access enable unlock
    see se below nedan ovan bifogat attached enclosed bankid fingerprint fingeravtryck fingeravtrycket face faceid touchid
    birthday födelsedag bortglömd name namn namnet
    tips exempel gånger starkare svagare snart nästan
    vergessen dunno idk vet minns mins remember remembered recall knows glömde
    """

  static let products = """
    windows azure entra microsoft office sharepoint exchange outlook teams onedrive intune powershell ad aad ems spe
    p1 p2 e1 e3 e5 f1 f3 m365 o365 sspr fido2 mfa sso ldap adfs api vpn wifi ios android google apple citrix okta hello pin
    connect graph edge chrome firefox safari id premium free basic p directory domain tenant server
    """
}
