import FoundationEssentials
import Knowledge
import TextAnalysis

/// Makes an ``ArticleIndex`` of the imported intents of some content.
struct ArticleIndexer {
  /// The parts of an article's text, by how much a word in them says.
  private enum Field: Int, CaseIterable {
    case title, heading, leads, links, body

    /// How much a word counts, beside one of the body.
    var weight: Float {
      switch self {
      case .title: 6
      case .heading: 3
      case .leads: 1.5
      case .links: 1.2
      case .body: 1
      }
    }

    /// How far a word counts less in a longer text than in a shorter one, 0 to 1 (BM25's b).
    var leveling: Float {
      switch self {
      case .title, .heading: 0.2
      default: 0.5
      }
    }
  }

  /// After how many mentions a word has half its full weight in a text (BM25's k1).
  private static let saturation: Float = 1.2

  private let thesaurus: Thesaurus
  private var contents = ArticleIndex.Contents()
  private var numbers: [UInt64: UInt32] = [:]
  /// The counts of each row's terms in each field, in the order of the rows.
  private var counts: [Count] = []
  /// How many terms each row has in each field.
  private var lengths: [[Float]] = []
  /// Each row's heading, or its title where it has none.
  private var headings: [String] = []
  /// Where each row's counts end.
  private var ends: [Int] = []
  private var articleNumbers: [String: UInt32] = [:]

  private struct Count {
    var term: UInt32
    var field: UInt8
    var count: Float
  }

  private init(thesaurus: Thesaurus) { self.thesaurus = thesaurus }

  /// The index of the imported intents; `nil` where there are none.
  static func index(of knowledge: KnowledgeBase, thesaurus: Thesaurus) -> ArticleIndex? {
    var indexer = ArticleIndexer(thesaurus: thesaurus)
    for intent in knowledge.intents {
      guard let imported = intent.imported else { continue }
      indexer.add(intent, imported)
    }
    guard !indexer.lengths.isEmpty else { return nil }
    indexer.finish()
    let words = Language.allCases.flatMap { language in
      knowledge.conversation.words.values.flatMap { $0[language] ?? [] }
    }
    indexer.contents.reserved = Set(words.map { ArticleIndex.key(of: Utterance($0)) }).sorted()
    return ArticleIndex(data: ArticleIndex.encode(indexer.contents))
  }

  // MARK: - Reading

  private mutating func add(_ intent: Intent, _ imported: Imported) {
    let number = UInt32(contents.intents.count)
    contents.intents.append(intent.id)
    let article = articleNumbers[intent.article] ?? UInt32(articleNumbers.count)
    articleNumbers[intent.article] = article
    for language in Language.allCases {
      guard let text = imported.text[language] else { continue }
      contents.rowIntents.append(number)
      contents.rowArticles.append(article)
      addRow(text, of: intent, in: language)
    }
  }

  private mutating func addRow(_ text: ArticleText, of intent: Intent, in language: Language) {
    var row: [UInt64: Float] = [:]
    var lengths = [Float](repeating: 0, count: Field.allCases.count)
    for field in Field.allCases {
      row.removeAll(keepingCapacity: true)
      for line in lines(of: field, text, intent, language) { count(line, in: language, into: &row) }
      if field == .heading {
        for keyword in intent.keywords {
          row[ArticleTerm.group(keyword.concept), default: 0] += Float(keyword.weight)
        }
      }
      // In the order of the terms, so that the sums, and the numbers given out, are the same each time.
      for (hash, count) in row.sorted(by: { $0.key < $1.key }) {
        counts.append(Count(term: number(of: hash), field: UInt8(field.rawValue), count: count))
        lengths[field.rawValue] += count
      }
    }
    headings.append(text.heading.isEmpty ? text.title : text.heading)
    self.lengths.append(lengths)
    ends.append(counts.count)
  }

  private func lines(of field: Field, _ text: ArticleText, _ intent: Intent, _ language: Language) -> [Substring] {
    switch field {
    case .title: return [Substring(text.title)]
    case .heading:
      // A title that a person changed.
      let own = intent.title[language] ?? ""
      return [text.heading, own == text.heading || own == text.title ? "" : own].map { Substring($0) }
    case .leads: return text.leads.split(separator: "\n") + (intent.examples[language] ?? []).map { Substring($0) }
    case .links: return text.links.split(separator: "\n")
    case .body: return text.body.split(separator: "\n")
    }
  }

  private func count(_ line: Substring, in language: Language, into row: inout [UInt64: Float]) {
    let utterance = Utterance(String(line))
    for token in utterance.tokens where !token.isPlaceholder {
      row[ArticleTerm.word(token.stem(in: language).foldingMarks()), default: 0] += 1
      ArticleTerm.forEachGram(of: token) { gram, _ in row[gram, default: 0] += 1 }
    }
    var start = -1
    var groups: [String] = []
    for finding in thesaurus.findings(inArticle: utterance) {
      if finding.tokens.lowerBound != start { (start, groups) = (finding.tokens.lowerBound, []) }
      // One place counts once, whichever of the group's phrases it is.
      guard !groups.contains(finding.group) else { continue }
      groups.append(finding.group)
      row[ArticleTerm.group(finding.group), default: 0] += finding.strength
    }
  }

  private mutating func number(of hash: UInt64) -> UInt32 {
    if let number = numbers[hash] { return number }
    let number = UInt32(contents.terms.count)
    numbers[hash] = number
    contents.terms.append(hash)
    return number
  }

  // MARK: - Weighing

  /// Turns counts into postings, term by term, and articles into how rare each term is (BM25F).
  private mutating func finish() {
    let rows = lengths.count
    let means = Field.allCases.map { field in
      max(1, lengths.reduce(0) { $0 + $1[field.rawValue] } / Float(rows))
    }
    var postings = [[UInt32]](repeating: [], count: contents.terms.count)
    var sums: [UInt32: Float] = [:]
    var start = 0
    for row in 0..<rows {
      sums.removeAll(keepingCapacity: true)
      var inHeading: Set<UInt32> = []
      let factors = Field.allCases.map { field in
        field.weight / (1 - field.leveling + field.leveling * lengths[row][field.rawValue] / means[field.rawValue])
      }
      for count in counts[start..<ends[row]] {
        sums[count.term, default: 0] += count.count * factors[Int(count.field)]
        if count.field <= Field.heading.rawValue { inHeading.insert(count.term) }
      }
      start = ends[row]
      for (term, sum) in sums {
        let weight = (sum / (Self.saturation + sum) * Float(ArticleIndex.fullWeight)).rounded()
        postings[Int(term)].append(
          UInt32(row) << ArticleIndex.weightBits | UInt32(max(1, weight))
            | (inHeading.contains(term) ? ArticleIndex.headingBit : 0))
      }
    }
    contents.starts = [0]
    contents.starts.reserveCapacity(postings.count + 1)
    for run in postings {
      contents.postings += run
      contents.starts.append(UInt32(contents.postings.count))
      contents.rarity.append(Self.rarity(of: articles(in: run), among: articleNumbers.count))
    }
    contents.unknownRarity = Self.rarity(of: 0, among: articleNumbers.count)
    weighHeadings()
  }

  /// Gives each row the points that its own heading would have as a message.
  private mutating func weighHeadings() {
    contents.rowHeadings = [Float](repeating: 0, count: headings.count)
    guard let index = ArticleIndex(data: ArticleIndex.encode(contents)) else { return }
    contents.rowHeadings = index.withView { view in
      let scorer = ArticleScorer(view: view)
      return headings.map { heading in
        let utterance = Utterance(heading)
        return scorer.evidence(in: utterance, thesaurus.findings(inArticle: utterance), utterance.tokens.indices)
          .reduce(0) { $0 + $1.full }
      }
    }
  }

  /// In how many articles a term is. A word of a title is in each section's row and no less rare for that.
  private func articles(in postings: [UInt32]) -> Int {
    var last: UInt32?
    // The rows of an article lie side by side.
    return postings.reduce(0) { count, posting in
      let article = contents.rowArticles[Int(posting >> ArticleIndex.weightBits)]
      defer { last = article }
      return article == last ? count : count + 1
    }
  }

  /// ln(1 + (articles − those with it + ½) / (those with it + ½)).
  private static func rarity(of frequency: Int, among articles: Int) -> Float {
    Float(Exact.ln(1 + (Double(max(articles - frequency, 0)) + 0.5) / (Double(frequency) + 0.5)))
  }
}

extension ArticleIndex {
  /// Stands for a message's words one after another.
  static func key(of utterance: Utterance) -> UInt64 {
    var hash = StableHash(seed: 24)
    for token in utterance.tokens { hash.combine(text: token.text) }
    return hash.finished
  }
}
