import Knowledge
import Matching

/// Yes or no before a fact, as it was learned from questions for that fact.
extension Exchange {
  /// How much of a question has to be yes or no at all, where its words ask for that and where they don't, and what share
  /// the likelier of the two needs between them.
  private static let leastOfPolar = 0.3
  private static let leastOfOthers = 0.6
  private static let leastBetween = 0.93
  /// Below this the answer clearly begins with neither.
  private static let mostOfNeither = 0.02
  /// The same where the content says yes or no by somebody's role: a row knows better than a guess.
  private static let leastOverRows = 0.85

  /// What the answer to a question for a fact begins with, empty for nothing; `nil` where learning doesn't tell, so that the
  /// content's rows and the words of the question decide.
  ///
  /// - Parameter fact: the one that is given, which says what is asked for more exactly.
  mutating func learnedLead(of fact: Fact, for asked: Asked) -> String? {
    guard !isEndUser, let shares = heard.leads(asking: fact.id, engine.matcher.leads) else { return nil }
    let (yes, no) = (shares[.yes] ?? 0, shares[.no] ?? 0)
    let isByRows = (fact.yes + fact.no).contains { !$0.isEmpty }
    // "Can a helpdesk admin?" is answered by the row of that role.
    if isByRows, names(fact), isAboutRole(fact) || !reading.asksNeed { return nil }
    let least =
      isAboutRole(fact) && isByRows ? Self.leastOverRows : asksForYesOrNo ? Self.leastOfPolar : Self.leastOfOthers
    guard yes + no >= least, max(yes, no) >= Self.leastBetween * (yes + no) else {
      return !isByRows && !asksForYesOrNo && yes + no < Self.mostOfNeither ? "" : nil
    }
    guard asked.isLikely, !reading.asksWhichIsSo, !reading.asksForExtreme else { return "" }
    if yes > no { return wording(reading.isDenying ? "yes-contrary" : "yes") }
    // "Does it matter where?" gets no "no" from what is not so.
    return reading.asksWhetherItMatters ? "" : wording(reading.isDenying && reading.isInference ? "agreed" : "no")
  }

  private var asksForYesOrNo: Bool { reading.isPolar || reading.isBareQuestion || reading.isTagged }
}
