/// What people write to a helpdesk beside the words of the other lists: the words of its articles and examples, each
/// once without its endings. A word that is none of them, where a password is told, is the password.
extension WordLists {
  static let vocabulary = """
    aadc aadsts abonnemang abroad absent accent accept according accountant acct acrobat across action activate
    activation acts adapter added address adds adminens administer administrationscenter administrationscentret
    administrationsportalen administrativ administratörers adobe adress adsyncsynccycle advance advise affect
    afternoon afterwards against agent ages agresso ahead aktivera aktivitet alarm alchemyinsights alert alldeles
    allihop alone along alphanumeric altered alternate alternateemailaddresses amazon ambiguous among aning
    anledning anmäla annorlunda anpassad anpassning anrop ansiktet ansluta anslutning anställd ansvar ansvarig
    answer ansöker antal anteckningar anti användaradmin användaradministratör användarbladet användarinställningar
    användarkonto användarkortet användarsidan anybody anyconnect anydesk anymore anyof anyway apart appar
    apparently appear appen application applies applikation apply appregistreringar appropriate approve apps april
    arabic arabiska arbetsskada arbetsstation arbetstid archive argh arkiv around array arrive article artikel asana
    asap asks assign assistant asså attachment attack attempt attestera attribut audience audit august augusti aulan
    autentiserings auth authenticator authorisation authorised authorized auto autocad autofill automatic
    automatically automation automatisera automatisk avaktiverad avbrott avbryts avdelning avdelningens avgift avgör
    avinstallerar avisering avslutad avsnitt avstängd avstängt avståndet avvisas awareness azerty azuread azureadprt
    azureadsso azureadssoacc background backspace backup badge bakgrund baklänges bakom bank based basement batteri
    become begin beginning begränsad begäran behalf behave behaviour behind behover behålla behörig behörighetsfråga
    behörighetsproblem behöva belong beneath bero berätta berörs besides beskriv beskrivning best beställa
    beställning bestämt betala betald betalversion beteende beter better betydelse betyder bevis bilaga bilen billig
    billing bindestreck bios bita bitbucket bitlocker bitwarden bjuda black blame bland blandat blek blind blinkar
    block blockera blue bluetooth bock bockat bogus boka bonkers book boolean boot borked bortblåst borttagen
    borttagna boss bothering bought bound boven branch brand branding brandvägg brave breach break breakfast
    bredband bredvid brevet brevlåda bring brother browser brukar bryr btw budget bugg built bulk bullshit burken
    business bussen bust busted busy buying bypass bärbara bäst bättre börja cache calendar came camera campaign
    cancel canteen canva canvas capital capitals caps capslock captcha care cause center centrally centralt centre
    certain certainly certificate certifikat chain chair channel charge charity chatgpt cheap cheapest checkbox
    checker cheers chef chefens chinese choice chromebook cirkel cisco classroom clean clearly click clock closed
    clue cmdlet colleague colour combination combined come comma command common community company compare complain
    complaints compliance compliant comply compulsory concept concern conditional conditions conference config
    configuration configure confirm conflict confluence connection connectivity consent console constrained
    consultant contact contain content continues contoso contract control controller convert cook copier copilot
    corporate correlation cost council count countries country course cover coworker crashes crazy create creation
    credit criteria criterion cron cross crowdstrike cursor custom customised customization czech dad dangerous
    danish danska dark dash dashboard dashlane database datacenter datacentret date dead dear decide decryption
    defender define definitely defs dekrypteringsnyckel dekrypteringsnycklar delad delas delay delegate delegation
    delegera delete delta demand demo department depend deploy describe description design desk desktop details
    detected developer device devops dhcp dialogue didnt differ difference dikt directly directories direkt
    direktautentisering dirsync disable disappeared discord discount disk display distance distans distribuera
    distribution dkim dnssec doable dock docker docking dockningsstationen docs doctor document documentation dodgy
    doesnt dokument dokumentation dokumenterade domän domänkontrollant door dots double dozen drabbas drains
    driftstopp driftstörning driftsätta driftsättning drive drivers dropbox dröjer dsregcmd dsrm dubbelkollat
    dubbelsidigt dubbelt dubbla duger dumb duo duolingo duplicate duration dussin dutch dyka dykt dynamic dynamics
    dynamisk dyrt därefter däremot därför därifrån dödliga dörren dött easiest eats ediscovery edit edition
    education eduroam eeh effect effective effekt eftermiddag efteråt egen eget egna ehh ekonom ekonomi elderly elev
    elevator eleven elevers elva emellan emot employee enbart encrypt encryption enda endpoint enforced enforces
    engelska english enhet enkel enkla enligt enrol enroll ensam entire entitled entry enum environment epost erased
    ethernet evaluated evaluating evening evernote everybody evigheter example excelfil except exceptions exclude
    exempt exist expected expeditionen expense expensive expiration explain explorer export extend extension extern
    external extra fabriksinställningar fabriksåterställa facebook facket factor factory facts faded failure faint
    fake fakturan fakturering fakturor fall fanns farligt farm fastnar fastnat fattar fattas feature februari
    february federation federerad feedback fell fellow felmeddelande felsöka felsökning female femtio femton fido
    fifteen fifty figma file filezilla filialen fill filserver filter finance finding finds finish finnas finnish
    finns finska firewall firm first fjorton fjärrskrivbord flaky fler flexen flickers floor flow flytta folder folk
    follow followups forbids foreign forever forget format formula formulär forticlient fortigate fortnight fortnox
    fortsatt fortsätta forum forward fourteen fram framför franska fredag fredagen french frequency frequently fresh
    friday friskvårdsbidrag fritzbox frivilligt front fru fryser frånvaro full funktion further fyi fylla fylls
    fyrkant fysiska färre följ förbereda förbi förblir förbudstecken förbättring fördröjning förening föreningens
    förenligt föreslå företag företagsapp förhand förifylla förifylld förklara förlänga förmiddagen förnya
    förpopulera förregistrera förrådet förslag först förstår försvunnen försvunnet försvunnit förutsättningar förväg
    föräldraledig gaar gain galaxy galen galet galler gammal garaget garbage gate gateway gdap gdpr gemener genast
    general generate generator genererade genererar genomskinlig genuine german ghosted gibberish giftermål gillar
    giltighetstid gissa github gitlab give gjord glad globalprotect glömd glömmer gmail gmsa godkänna godtar godtas
    gora gotomeeting government gpupdate grained grandma granne granska granskningslogg gratis gratisutgåvan
    gratisvarianten greek green grejen grindar grund gruppmedlemskap gräns gråad gråat gråmarkerad gråtonad guess
    guest guide gänget gärna gästanvändare gästen gäster gästkonto gästnätet gårdagens gömd gömt hackad hadoop haha
    half halfway hallå halvtimme halvår hamnar handful handing handle handover hands handset hangs hantera happen
    happy hardware hashtag head headset health healthy hehe hejsan hela helg heller helst hemifrån hemsida hemsk
    hemtjänsten henne heroma heter hette hide high hilsen hindi hinner hire hissen historia hitta hjälpte hmm hogia
    hold holiday home honestly honom honoured hope hopefully hopeless hoppa horrible hotmail hover hovrar however
    howto http huawei hubspot human hundra hundred hungarian husband huvud huvudstad hybrididentitetsadministratör
    hygiene hyper hyphen hälften hälsa hälsningar hämta hände händelse hänger hänt hänvisar härifrån härnäst håll
    hårtork högst höja hörs höst icke icloud icon idea identity idiot idiotic iffy ifyllda ifyllt igenom ignore
    ignoreras igång ihop ihåg ikonen ikväll illa imap immediately imo implement implies import importera improve
    inaktivera inbox include incognito increase indefinite index infomentor inför ingenstans ingenting ingår
    inherited inkognito inkorg inloggad inne innebär insane instagram install installation installera instant
    instructions instruktion insufficient insurance integer integrate integration integrering intent interaction
    intern internal interrupt interruption interval intervall intranet intranätet intranätzonen introduce invisible
    invite invoice isnt italian italienska item jamf januari january japanese java jenkins jira jobb jobbat join
    joiners joke json juli july june juni junk jämför jätte jätteseg jävla kalender kameran kanal kapat kaput
    karantän kass kassa kassan kassasystemet katalog kategorin keep keepass keeper kerberoasting kerberos
    kerberosbiljett keyboard keychain keycloak keytab keywords kick kindly kinds kinit kiosk klaga klagomål klick
    klickat klickbar klist klockan knas knasig knepig know kolla kollega kollegans kolumner kombinera komma kommando
    kommit kommunen komplexitet konfat konferens konfigurationen konfigurera konstig konsult kontakta kontaktmetod
    kontaktuppgifter kontoret kontorstelefon kontorstid kontrollera koppla korean korrelations kosta kostnad kraft
    kram kraschar krbtgt krockar kryptera krypteringsnyckeln krypteringstyper kryssa kryssrutan kräv krävas
    krånglande kubernetes kund kundens kunna kurs kvartal kvot kväll källaren kända känslighetsetiketter köket köpa
    köra körde körs kört labb label lack ladda lade ladok laga lagga lagligt lagom lagret lagringskonto land lange
    language lansera lapp laps large larm last lastpass late lathund latin launch layout lead learn leave ledningen
    left legacy legit lektionen letat leverantör library licence licens licensiering licensmässigt life lifecare
    ligga light likadan likadana likadant liksom limit line linkedin linux lista literally little ljudet ljudlös
    ljusgrå load lobby locate location lock lockout logg loggas loggat logs lol look lose loud low lowercase luck
    luktar lunch lyckades lyckas lyder lyser läge lägg läggas lägsta läkare lämna lämplig längd länge lära lärare
    lärplattform läsa läste lång låsa låsskärmen låta löneavdelningen lönen löner lönesystemet lördag lösa lösning
    lösningen löste macar macbook macbooks machine macs mailbox mailchimp maintenance maj makron male mamma manage
    manual manually manuell manuellt mapp march margareta markera marketing marknad mars maskin massa massregistrera
    maste match maternity matter mattermost max maximum mcafee mean meaningless medarbetare meddelande medium medlem
    medverkan medvind meet mega mejl mejlas mellanrum member membership memory menas meningen mental mentions
    menyrad menyval merge messenger method metod mggraph mguser mguserauthenticationphonemethod microphone midnight
    migration migrera mikrofonen miljö minimum minne minskar miro mising mismatch missat missed misses misslyckades
    misslyckas misstag mistake mixed mobilapp mobility mode modem moderbolaget module molnbaserad monday monitor
    moodle morgon morning morse mottagaren mouse move msol multi multifaktor multiple mum musen muspekaren mysignins
    mysql människa märker märks måndag måndagen möjligheter möte mötesrum nada nasty natt navigation navision near
    need nekad nekar nekas nested network neutral nevertheless nextcloud nginx nice night ninety node nokia
    nollställning nonprofit nonsense noon normal norska norton norwegian notice notify notion nouns ntlm numeric
    numlock numpad numren numret nurse nyanställd nyckelring nyligen nämner nätet nätfiske nätverk någonsin
    någonstans någonting nåns nånstans oauth oavsett object objekt obligatory obvious obviously occurred october
    offered oidc okänd olicensierad ombeds omfattar omfattas omg omstart onboarding onelogin onenote onprem
    onpremises onpremisesconnectivityerror onsdag onsdagen openid opera operating operation operativsystem opinion
    oppna oracle ordinary ordnar ordning organisation organization orkar orsak osynlig otherwise otillgänglig outage
    outbox outofscope outside oväntat owncloud owner paid paket pale pane panel pappa papperskorg papperstrassel
    parental parents parkerar parkeringen parking particular partner pass passerkort passkey past pattern payment
    paypal payroll payslip peek pensionärer permission person personal personens pest phishing photo photoshop
    phrases physical picture pieces pilot ping pinkod pinsam pinsamt pinterest pipeline pivot pivottabell pixel
    place placeholder plain plan planner planning platform plats plattan play pls plz point pointless polish polska
    populate populera popup portuguese possibilities possibility possibly post postegenskaper postgres power poängen
    practice praktikant praktiken prata predecessor prefill preload prem premise prenumeration preparing prepopulate
    preregister prerequisites present press presumably prevent price pricey primary princip principal print prior
    pris privacy privat privilege privilegierad procapita procedure processed processing product production
    productive produktion profil program programmet project projekt projektorn promise proof propagation proper
    properly properties propose protect protonmail provide provisioning provkör provperioden proxy public pupil
    purchase pure purview push putty python påminn påslagen påslaget påstår påverkar påverkas quarantine
    quarter quick quickbooks quickest quiet quota qwertz racker raden radera raindance raise rapporterar react
    reaction read reagerar real realm reason reboot recall receive recent recept reception receptionist recipe
    recognition recommend recommendation record recover red reda reddit redigera redirect reflect refresh refuses
    regain regarding regards regel regelbundet region registrera registreringen registreringsguide
    registreringsinställningen registreringskravet registreringssidan registreringssteget regular reinstall rejects
    rekommendation rekommendera rektorn related relationship relaxed remains remember remove rena rename renew
    renewal rensa rent repair repeat replace replicate replication replies replikera replikerats replikeringen reply
    report reseller reservmejl reseräkning resource responsible rest restart restore resultat results retention
    utlåst utlåsta läsare läsaren reader readers thingy thingie thingamajig gizmo doodad widget malarkey palaver saga fiasco debacle circus rigmarole shenanigans bollocks grejs grejsimojs mojäng tjosan manick pryttel spektakel cirkus
    retired sessions session sessioner sessionen return reuse reveal reviews revisorn revoke ribbon riktig ringde risk risky roaming rolig roll rollout
    root rotate rotation rotera roughly round router rows rubbish rubrik rulla rummet runbook running runs russian
    rutin räcka räknar räknas rättas rättighet råkade råkat röra röstbrevlåda sadly said sajt saken saker saknar
    saktare salary sales salesforce sambo saml sample samsung samtal samtidigt samtliga sap satisfy saturday save
    says scan scanner schedule schema school schoolsoft scope score scratch script scrolled seamless search seats
    secretary section security seem segt sektion seldom select self semester senaste sender sends sensitivity
    sentence separate september seriously servicenow servrar session setspn setup sexton shaded share shell
    shibboleth shift shit shouldnt show shut sick sigh signal signatur signera signon signup silent silly sincerely
    single sista sister site siths sixteen size sjuk sjuksköterska självbetjänad självbetjäning sjätte skala skapa
    skatteverket sker skew skicka skiljer skillnad skip skippa skit skiva skjuta skola skolans skoldatorn skolkontot
    skriker skript skriv skrivbord skräp skräpposten skumt skydd skynda skype skäl skärmdump skåp sköter slack
    slagit slags slar slarvat slippa slog slot slut släpper slår small smallest smart smartest smtp små snabb
    snabela snapchat snapshot snurrar software solid solution sommarjobbare sophos sorry sort sound source space
    spam spanish spare special specific spela spent spilled spins spray spreadsheet språk spärrad spärrar spårlöst
    spökar staff stage stand stark start startas startat state station stationära status stay stick stod stop stopp
    stor stora storage story straight stratsys strength stricter string strongauthenticationuserdetails strul strunt
    strunta ström student studsar stuff stund styr städa stämmer stäng stängde stöd stör subject submenu submit
    subscription success successful suck suffice sufficient suggest suggestion summa sunday super supervisor
    supplied supply supposedly surely surface surfplatta suspicious suttit svar svenska svårare swap swedish swish
    switch symantec symbol symptom synas synchronisation synchronization synk synkronisering synlig synpunkter
    syntax sysadmin system säga säkerhetsadmin säkerhetsgrupp säkerhetsinfo säkerhetsinformation säkerhetskopiorna
    säkerhetsläsare säkerhetsstandarder säkerhetsuppgifter säljare sällan särskild särskilt sätt sånt söker sömlös
    söndag sönder table tableau tablet taget tagit take talk tangentbord tangentbordet tangenten tanken tappade
    tappar target task taught teach teacher teachers team teamviewer technical tedious tekniker teknisk telefonnr
    telegram telia tell temporärt terminalen textfield thing think third thirteen thirty thousand threshold thrown
    throws thru thunderbird thursday thx tia tick tiden tier tiktok tile tillbakaskrivning tillgänglig tillräckligt
    tillväga tillvägagångssätt tillägget tillämpar tillämpas tillåta timeout tionde tisdag tisdagen tisdags title
    titta tjata tjena tjugo tjänstebil tjänstekonto tjänsten tnx toaletten toast together toggle togs tokig told
    tolv tomcat toner took tool toolbar tooltip torsdag torsdagen toshiba trace track train trainee trams translate
    trasig travel treated tredje trello treserva trettio tretton trevlig trial tricky tries trigger trodde tror
    trots troubleshoot trust trycka tryckte träder träffar trätt trådlöst trött tuesday turkish turn tusan tusen
    tutorial tvinga tvådelad tvåfaktor tvågrindspolicy tvåstegsverifiering twelve twenty twitter tycker tydligen
    tyska tyst tyvarr tyvärr tänd tänk tåget tömde ugh ukrainian umlaut unclickable undan undantag underscore
    undersköterska undo undocumented undrar undvika unexpected unfortunately ungefär unikum uninstall unit
    unlicensed unlimited unlisted unused upgrade upload uppdatera uppdateringar uppdateringen uppdrag uppercase
    uppfyller uppgradera upplåsning uppmanas uppstod uppsättningen urblekt urgammal usable usch usually utanför
    utelåst utestängd utkorgen utlandet utloggade utom utropstecken utrullning utvecklare utöka vacation
    vaktmästaren vald valet value valv vanished vanlig vann vansinne varandra varannan varenda varfor varifrån
    varken varning varsin vault veeam verification verifiera verifieringar verifieringssamtalet verify verkligen
    verkstan verktyg versal versaler veta viber video view vikarie vilja villkorlig villkorsstyrd vinner virtual
    virtualbox virtuella virus visio visitors visma visningsnamn vissa visst vivaldi vklass vmware vocabulary voice
    voicemail volunteers vore väck vägarna vägen vägrar välj väljas vänd vänligen vänster vänsterspalten vänta
    växeln vårdcentralen wait walk wallet want warehouse warning washed ways webben webbgränssnitt webbkamera
    webbläsare webbmejlen webbplats webbserver webcam webex webmail website wechat wednesday weekend weight well
    went whatever whatsoever whichever white whole wiki window wing winscp wipe wireless wish withdraw wizard wonky
    wont workday workers worthless wtf xbox xero yahoo yaml yammer youtube yubikey zendesk zone zoom ägare äldre
    ändringar ändringen ändå ännu äter ångra året årligen återanvända återkoppling återskrivning återstår åtgärd
    åtkomst öhh önskar önskemål öppen öppet öppettider öppna överhuvudtaget översikt överst övre övrigt
    krångel krångla woes hassle hassles mess trassel kaos drama mayhem nightmare mardröm pain besvär bekymmer strikt
    gatunamn efternamn förnamn mellannamn smeknamn husdjur födelseår födelsedatum postnummer postkod registreringsnummer
    regnummer nickname surname birthplace
    avbryt avbryta escape spacebar mellanslagstangenten stjärna stjärntecken fyrkant star hash asterisk pound gibberish rappakalja nonsens trams strunt
    paper papper earphones earbuds headphones hörlurar lurar landscape portrait liggande stående vibrate vibration silent ljudlöst
    mute airplane flygplansläge sleep viloläge standby metric metriska imperial enheter units weekly hourly monthly
    quarterly biweekly fortnightly grayscale gråskala bold italic fetstil kursiv accents accenter umlauts umlaut emojis
    poesi poetry dagbok diary uppsats essay brev letter kladd anteckningar notes avsked unauthorised unauthorized
    backspace backsteg radera delete insert home end pageup piltangent piltangenten
    volym volume ljusstyrka brightness kontrast contrast zooma zoom lås siffertangenten stickers klistermärke sprucken repig
    cracked scratched dented bucklig temperamental buggy laggy sluggish finicky dodgy glitchy iffy wobbly quirky seg
    batteries batteri batterier adapter laddare charger dongle hub docka dock sladd kabel cable kontakten uttag socket
    strömmen plug svart sepia darkmode mörkt ljust widescreen fullscreen helskärm minimerat maximised maximized
    swahili hebrew hebreiska thai vietnamese hungarian ungerska rumänska romanian bulgariska kroatiska croatian serbiska
    slovenska tjeckiska czech slovak grekiska dutch nederländska isländska icelandic estonian estniska lettiska litauiska
    kurdiska somaliska tigrinja dari pashto urdu veckovis månadsvis kvartalsvis dagligen årsvis timvis hindi bengali tamil
    arial calibri verdana helvetica garamond georgia cambria roboto comic sans byråkrati bureaucracy
    strict lenient loose relaxed tight tough harsh stuff grejer nonsense madness galet vansinnigt bökigt jobbigt utvald utvalda
    """
}
