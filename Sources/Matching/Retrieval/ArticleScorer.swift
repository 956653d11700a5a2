import TextAnalysis

/// The points of one message, or a part of a long one, among the imported intents.
struct ArticleScores: Sendable {
  /// An intent that a message may mean.
  struct Match: Sendable {
    var intent: Int
    /// The intent's text, in the language in which it fits best.
    var row: Int
    var points: Float
    /// How many of the points are for covering the heading.
    var headingPoints: Float
  }

  /// The best intents, at most five, best first.
  var ranking: [Match]
  var signals: ArticleSignals
  /// The words that were looked at.
  var tokens: Range<Int>
}

/// A word of a message with the terms of the index that it may stand for.
struct WordEvidence: Sendable {
  /// A group of the thesaurus that the word belongs to.
  struct Group: Sendable {
    var name: String
    var term: Int
    var rule: Lexicon.Rule
    /// The points where a text is full of it.
    var points: Float
  }

  /// Its place in the message.
  var position: Int
  /// The terms of the word itself: its stem in either language.
  var words: [Int] = []
  var groups: [Group] = []
  /// The terms of its parts, with where each starts in it.
  var grams: [(term: Int, start: Int)] = []
  /// How much a whole part counts: small words count less, and all parts together as one word.
  var gramFactor: Float = 0
  /// How much the word itself counts.
  var wordFactor: Float = 0
  /// How much it counts, 0 to 1, however rare it is.
  var share: Float = 0
  /// The points where a text is full of it.
  var full: Float = 0
  /// Whether it names a program, so that an article without it hardly covers the message.
  var isProduct = false
}

/// Gives points to the imported intents: for each word of a message the best of what its stem, its synonyms and its
/// parts find in a text.
struct ArticleScorer {
  /// How much a word counts by its stem, by its parts (which do as well where the stem does), and as a synonym.
  static let shares = (word: Float(0.6), parts: Float(1), synonym: Float(1))
  /// What the points of an article's further intents count beside its best one: another article is worth more among the
  /// first three than another section of the same.
  static let siblingShare: Float = 0.8
  /// By how much of its points a row is worth more whose heading a message has all of. Other words may be anywhere in a
  /// long text; a heading that is covered says that this is what the text is about.
  static let headingShare: Float = 0.4
  /// A heading of less says nothing.
  static let leastHeading: Float = 0.5
  /// A program's name counts as missing in a text where it has less than this share of its points there.
  static let missing: Float = 0.25
  /// How many more articles the signals are reckoned among, none of which has any word of the message. How rare a word is
  /// in a folder of twenty articles says less than in one of three thousand; with these beside, the signals mean the same
  /// in both.
  static let backgroundArticles: Float = 300

  let view: ArticleIndex.View
  /// How much rarer the background makes any word: ln((all articles + 1) / (those here + 1)).
  private let background: Float

  init(view: ArticleIndex.View) {
    self.view = view
    background = Float(Exact.ln(1 + Double(Self.backgroundArticles / Float(view.articleCount + 1))))
  }

  /// What the words of a message may stand for.
  func evidence(in utterance: Utterance, _ findings: [Thesaurus.Finding], _ range: Range<Int>) -> [WordEvidence] {
    range.filter { !utterance.tokens[$0].isPlaceholder }.map { position in
      let token = utterance.tokens[position]
      var evidence = WordEvidence(position: position)
      let share = WordWeights.share(of: token)
      evidence.share = share
      evidence.isProduct = WordWeights.isProduct(token)
      evidence.wordFactor = share * Self.shares.word
      let stems = Set([token.swedishStem.foldingMarks(), token.englishStem.foldingMarks()]).sorted()
      evidence.words = stems.compactMap { view.term(ArticleTerm.word($0)) }
      // As part of a phrase a small word counts in full.
      let phraseShare = Self.shares.synonym * (token.isFunctionWord ? 1 : share)
      for finding in findings where finding.takesUp(position) {
        guard let term = view.term(ArticleTerm.group(finding.group)) else { continue }
        let points = phraseShare * finding.strength * view.rarity[term] / Float(finding.length)
        evidence.groups.append(.init(name: finding.group, term: term, rule: finding.rule, points: points))
      }
      let (parts, rarity) = parts(of: token)
      evidence.grams = parts.known
      evidence.gramFactor = parts.count > 0 ? share * Self.shares.parts / Float(parts.count) : 0
      let isKnown = !evidence.words.isEmpty || !evidence.groups.isEmpty
      evidence.full =
        isKnown
        ? max(
          evidence.gramFactor * rarity, evidence.groups.map(\.points).max() ?? 0,
          evidence.wordFactor * (evidence.words.map { view.rarity[$0] }.max() ?? 0)) : share * view.unknownRarity
      return evidence
    }
  }

  /// The parts of a word that some article has, with where each starts, among how many; and how rare those are together.
  private func parts(of token: Token) -> (parts: (known: [(term: Int, start: Int)], count: Int), rarity: Float) {
    var known: [(term: Int, start: Int)] = []
    var count = 0
    var rarity: Float = 0
    ArticleTerm.forEachGram(of: token) { gram, start in
      count += 1
      guard let term = view.term(gram) else { return }
      known.append((term, start))
      rarity += view.rarity[term]
    }
    return ((known, count), rarity)
  }

  /// The points that a word gives a row: the best of its stem, its synonyms and its parts.
  func points(of word: WordEvidence, in row: Int) -> Float {
    max(
      word.words.map { word.wordFactor * view.rarity[$0] * view.weight(of: $0, in: row) }.max() ?? 0,
      word.groups.map { $0.points * view.weight(of: $0.term, in: row) }.max() ?? 0,
      word.grams.reduce(0) { $0 + word.gramFactor * view.rarity[$1.term] * view.weight(of: $1.term, in: row) })
  }

  /// How many programs a message names that a row doesn't have.
  private func missing(_ evidence: [WordEvidence], in row: Int) -> Int {
    evidence.count { $0.isProduct && points(of: $0, in: row) < $0.full * Self.missing }
  }

  /// The points of all rows; `nil` where no word is in any.
  func scores(_ evidence: [WordEvidence], tokens: Range<Int>) -> ArticleScores? {
    var totals = RowPoints(rows: view.rowIntents.count)
    var best = totals
    var parts = totals
    for word in evidence {
      for term in word.words { best.raise(view.postings(of: term), to: word.wordFactor * view.rarity[term]) }
      for group in word.groups { best.raise(view.postings(of: group.term), to: group.points) }
      for gram in word.grams { parts.add(view.postings(of: gram.term), word.gramFactor * view.rarity[gram.term]) }
      totals.takeBetter(of: &best, &parts, headingLimit: word.full)
    }
    for row in totals.all.indices where totals.inHeading[row] > 0 {
      let covered = totals.inHeading[row] / max(view.rowHeadings[row], Self.leastHeading)
      totals.inHeading[row] = totals.all[row] * Self.headingShare * min(1, covered)
      totals.all[row] += totals.inHeading[row]
    }
    return ranked(totals.all, totals.inHeading, evidence, tokens: tokens)
  }

  private func ranked(
    _ totals: [Float], _ headings: [Float], _ evidence: [WordEvidence], tokens: Range<Int>
  ) -> ArticleScores? {
    var ranking: [ArticleScores.Match] = []
    var runnerUp: Float = 0
    // The best row of each article, so that the others stand back behind it.
    var leaders = [Int32](repeating: -1, count: view.articleCount)
    for (row, points) in totals.enumerated() where points > 0 {
      let article = Int(view.rowArticles[row])
      if leaders[article] < 0 || totals[Int(leaders[article])] < points { leaders[article] = Int32(row) }
    }
    for (row, total) in totals.enumerated() where total > 0 {
      let leader = Int(leaders[Int(view.rowArticles[row])])
      let isLeader = view.rowIntents[leader] == view.rowIntents[row]
      let points = isLeader ? total : total * Self.siblingShare
      if ranking.count == 5, points <= ranking[4].points { continue }
      let match = ArticleScores.Match(
        intent: Int(view.rowIntents[row]), row: row, points: points, headingPoints: points / total * headings[row])
      if let index = ranking.firstIndex(where: { $0.intent == match.intent }) {
        guard ranking[index].points < points else { continue }
        ranking.remove(at: index)
      }
      ranking.insert(match, at: ranking.firstIndex { $0.points < points } ?? ranking.count)
      if ranking.count > 5 { ranking.removeLast() }
    }
    guard let first = ranking.first else { return nil }
    let article = view.rowArticles[first.row]
    for (row, points) in totals.enumerated() where points > runnerUp && view.rowArticles[row] != article {
      runnerUp = points
    }
    return ArticleScores(
      ranking: ranking, signals: signals(of: first, lead: 1 - runnerUp / first.points, evidence), tokens: tokens)
  }

  /// What the best match's points say, with the background's articles beside those here.
  private func signals(of first: ArticleScores.Match, lead: Float, _ evidence: [WordEvidence]) -> ArticleSignals {
    var here: Float = 0
    var raised: Float = 0
    var full: Float = 0
    for word in evidence {
      let fullHere = word.full
      let fullThere = fullHere + background * word.share
      full += fullThere
      guard fullHere > 0 else { continue }
      let points = points(of: word, in: first.row)
      here += points
      raised += points * fullThere / fullHere
    }
    // With what the heading adds, and with what an article's further intents lack.
    let points = here > 0 ? first.points * raised / here : 0
    return ArticleSignals(
      strength: Float(Exact.ln(Double(points / (view.unknownRarity + background)) + 0.02)),
      coverage: full > 0 ? min(1, points / full) : 0, lead: lead,
      missing: Float(min(2, missing(evidence, in: first.row))))
  }
}

/// Points of all rows: how many in all, and how many by words of the heading.
private struct RowPoints {
  var all: [Float]
  var inHeading: [Float]

  init(rows: Int) {
    all = [Float](repeating: 0, count: rows)
    inHeading = all
  }

  /// Gives the rows that have a term its points, where they have less.
  @inline(__always)
  mutating func raise(_ postings: UnsafeBufferPointer<UInt32>, to points: Float) {
    for posting in postings {
      let row = Int(posting >> ArticleIndex.weightBits)
      all[row] = max(all[row], points * ArticleIndex.weight(of: posting))
      if posting & ArticleIndex.headingBit != 0 { inHeading[row] = max(inHeading[row], points) }
    }
  }

  /// Gives the rows that have a term its points, beside those they have.
  @inline(__always)
  mutating func add(_ postings: UnsafeBufferPointer<UInt32>, _ points: Float) {
    for posting in postings {
      let row = Int(posting >> ArticleIndex.weightBits)
      all[row] += points * ArticleIndex.weight(of: posting)
      if posting & ArticleIndex.headingBit != 0 { inHeading[row] += points }
    }
  }

  /// Adds the better points of two ways to know a word, and empties both.
  @inline(__always)
  mutating func takeBetter(of first: inout RowPoints, _ second: inout RowPoints, headingLimit: Float) {
    for row in all.indices {
      all[row] += max(first.all[row], second.all[row])
      inHeading[row] += min(headingLimit, max(first.inHeading[row], second.inHeading[row]))
      (first.all[row], second.all[row], first.inHeading[row], second.inHeading[row]) = (0, 0, 0, 0)
    }
  }
}
