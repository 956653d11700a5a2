/// Small and common words of both languages: they tell the language, and are never taken for slips of other words.
public enum FunctionWords {
  /// Whether a word (lower case, without apostrophes) is one in either language.
  public static func contains(_ word: String) -> Bool { english.contains(word) || swedish.contains(word) }

  static let english = words(
    """
    a about after again all already also always am an and another any anybody anyone anything are arent around as ask \
    asked at away back be because been before being best better between both but by call came can cannot cant change \
    changed check come comes could couldnt day did didnt different do does doesnt doing done dont down each either else \
    enough even ever every everybody everyone everything fine first for found from gave get gets getting give gives giving \
    go goes going gone good got had has hasnt have havent having he hello help her here hey hi him his how however i id \
    if ill im in instead into is isnt it its ive just keep keeps kind know known last later least let like liked \
    little long longer look looked looking looks lot lots made make makes making many may maybe me mean means might mine \
    more most much must my myself need needed needs never new next nice no nobody none nor not nothing now of off often \
    ok okay old on once one only onto or other others our out over own people person please possible put quite rather \
    really right said same saw say says see seeing seem seems seen shall she should shouldnt show showing shown shows \
    since so some somebody somehow someone something sometimes soon still such sure take taken takes tell than thank \
    thanks that thats the their them themselves then there theres these they theyre thing things think this those though \
    through time times to today told too took tried tries true try trying two under until up upon us use used uses using \
    usually very via want wants was wasnt way we week well went were weve what whats when whenever where wheres which \
    while who whos whose why will wish with within without wont work worked working works would wouldnt wrong year \
    years yes yesterday yet you your youre yours ours theirs staff job anyway
    """)
  static let swedish = words(
    """
    aldrig all alla allt alltid alltså alls andra annan annars annat att av bara behöver behövs bli blir blivit blev \
    borde borta bra byta byter bytt bytte börja började de del dem den denna deras dess dessa det detta dig din dina \
    direkt ditt dock du dum där därför då efter efteråt egen eget egentligen egna ej eller en endast ens er era ert ett \
    ett fast fattas fattar fel fick finns fixa flera fler folk fortfarande framför från fråga får få fått för före först \
    första ge genom ger ganska ge gett gick gjort gjorde gör göra gå går gången gånger ha hade han hans har hej hejsan \
    hel hela heller helt henne hennes hit hitta hittar hjälp hjälpa hjälper hon honom hos hur här höra i iallafall ibland \
    icke idag igen igenom igår ihop illa imorse in inga ingen inget ingenting innan inne inom inte ja jag jo ju \
    just jättebra kan kanske kommer kommit kom komma kunde kunna kunnat kvar känns kör lika lite liksom ligger länge längre \
    läst låter man med medan mellan men mer mest mig min mina mindre minst mitt mot mycket måste någon något några någonting \
    någonstans när nästa ni nu ny nya nyss nytt när och också om oss på redan rätt sa sade samma samt satt se sedan ser \
    sett sig sin sina sist sitt själv själva ska skall skulle slags slut slutade snabbt snart som stod står stå ställa sätt \
    sätta sådan så säga säger ta tack tagit tar tid till tills tillsammans tog trots trycka trycker tror tryckt typ under \
    upp ur ut utan vad var vara varandra varför varit varje vars vart vem vems vet veta vi vid vidare vilka vilken vilket \
    vill vilja villkor visa visar visst vår våra vårt än ändå ändra ännu är även åt över försöker försökte försökt prova \
    provat provar testat tydligen tyvärr undrar undra används använder använda annars kolla kollat kollade snälla nån nåt \
    dom hejhej mvh pga ngn ngt oxå finns syns fungerar funkar behover nar hur gor gar far maste anda ar for pa sa nagon \
    nagot nagra fran ocksa aven over at dar har hjalp forsoker forsokt andra ju väl nog sku e o inteså vore samtliga via \
    aldrig hittade gamla gammal fråga frågar bolaget chefen kollega kollegan nej jaha okej tackar vänligen vart åter \
    medarbetare personal avdelning skola skolan jobb jobbet
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
