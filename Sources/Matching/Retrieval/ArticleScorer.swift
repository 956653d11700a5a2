import TextAnalysis

/// The points of one message, or a part of a long one, among the imported intents.
struct ArticleScores: Sendable {
  /// An intent that a message may mean.
  struct Match: Sendable {
    var intent: Int
    /// The intent's text, in the language in which it fits best.
    var row: Int
    var points: Float
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
  /// The points where a text is full of it.
  var full: Float = 0
}

/// Gives points to the imported intents: for each word of a message the best of what its stem, its synonyms and its
/// parts find in a text.
struct ArticleScorer {
  /// How much a word counts by its stem, by its parts (which do as well where the stem does), and as a synonym.
  static let shares = (word: Float(0.6), parts: Float(1), synonym: Float(1))
  /// How much small words count beside others.
  static let functionWordShare: Float = 0.15
  /// What the points of an article's further intents count beside its best one: another article is worth more among the
  /// first three than another section of the same.
  static let siblingShare: Float = 0.8

  let view: ArticleIndex.View

  /// What the words of a message may stand for.
  func evidence(in utterance: Utterance, _ findings: [Thesaurus.Finding], _ range: Range<Int>) -> [WordEvidence] {
    range.filter { !utterance.tokens[$0].isPlaceholder }.map { position in
      let token = utterance.tokens[position]
      var evidence = WordEvidence(position: position)
      let share = token.isFunctionWord ? Self.functionWordShare : 1
      evidence.wordFactor = share * Self.shares.word
      let stems = Set([token.swedishStem.foldingMarks(), token.englishStem.foldingMarks()]).sorted()
      evidence.words = stems.compactMap { view.term(ArticleTerm.word($0)) }
      for finding in findings where finding.takesUp(position) {
        guard let term = view.term(ArticleTerm.group(finding.group)) else { continue }
        let points = Self.shares.synonym * finding.strength * view.rarity[term] / Float(finding.length)
        evidence.groups.append(.init(name: finding.group, term: term, rule: finding.rule, points: points))
      }
      var count: Float = 0
      var rarity: Float = 0
      ArticleTerm.forEachGram(of: token) { gram, start in
        count += 1
        guard let term = view.term(gram) else {
          rarity += view.unknownRarity
          return
        }
        evidence.grams.append((term, start))
        rarity += view.rarity[term]
      }
      evidence.gramFactor = count > 0 ? Self.shares.parts / count : 0
      let isKnown = !evidence.words.isEmpty || !evidence.groups.isEmpty
      evidence.full =
        isKnown
        ? max(
          evidence.gramFactor * rarity, evidence.groups.map(\.points).max() ?? 0,
          evidence.wordFactor * (evidence.words.map { view.rarity[$0] }.max() ?? 0)) : share * view.unknownRarity
      return evidence
    }
  }

  /// The points of all rows; `nil` where no word is in any.
  func scores(_ evidence: [WordEvidence], tokens: Range<Int>) -> ArticleScores? {
    let rows = view.rowIntents.count
    var totals = [Float](repeating: 0, count: rows)
    var best = [Float](repeating: 0, count: rows)
    var parts = [Float](repeating: 0, count: rows)
    for word in evidence {
      for term in word.words { raise(&best, by: term, points: word.wordFactor * view.rarity[term]) }
      for group in word.groups { raise(&best, by: group.term, points: group.points) }
      for gram in word.grams {
        let points = word.gramFactor * view.rarity[gram.term] / ArticleIndex.fullWeight
        for posting in view.postings(of: gram.term) {
          parts[Int(posting >> ArticleIndex.weightBits)] += points * Float(posting & 0xFF)
        }
      }
      for row in 0..<rows {
        totals[row] += max(best[row], parts[row])
        best[row] = 0
        parts[row] = 0
      }
    }
    return ranked(totals, full: evidence.reduce(0) { $0 + $1.full }, tokens: tokens)
  }

  @inline(__always)
  private func raise(_ best: inout [Float], by term: Int, points: Float) {
    for posting in view.postings(of: term) {
      let row = Int(posting >> ArticleIndex.weightBits)
      best[row] = max(best[row], points * Float(posting & 0xFF) / ArticleIndex.fullWeight)
    }
  }

  private func ranked(_ totals: [Float], full: Float, tokens: Range<Int>) -> ArticleScores? {
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
      let match = ArticleScores.Match(intent: Int(view.rowIntents[row]), row: row, points: points)
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
      ranking: ranking,
      signals: ArticleSignals(
        strength: Float(Exact.ln(Double(first.points / view.unknownRarity) + 0.02)), coverage: first.points / full,
        lead: 1 - runnerUp / first.points),
      tokens: tokens)
  }
}
