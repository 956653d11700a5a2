import Knowledge
import Matching

/// Yes or no before a fact, as it was learned from questions for that fact.
extension Exchange {
  /// How sure learning has to be of what an answer begins with: where the content has no rows for yes and no or one that
  /// always holds, and where they depend on what is known.
  private static let leastShare = 0.6
  private static let leastShareOverRows = 0.85

  /// What the answer to a question for a fact begins with, empty for nothing; `nil` where learning doesn't tell, so that the
  /// content's rows and the words of the question decide.
  mutating func learnedLead(for asked: Asked) -> String? {
    let fact = asked.fact
    let rows = fact.yes + fact.no
    guard !isEndUser, let (lead, share) = heard.lead(asking: fact.id, engine.matcher.leads) else { return nil }
    if rows.contains(where: { !$0.isEmpty }) {
      // "Can a helpdesk admin?" is answered by the row of that role.
      guard lead != .neither, share >= Self.leastShareOverRows, !names(fact) else { return nil }
    }
    guard share >= Self.leastShare else { return nil }
    switch lead {
    case .neither: return ""
    case _ where !asked.isLikely: return ""
    case .yes: return wording(reading.isDenying ? "yes-contrary" : "yes")
    case .no: return wording(reading.isDenying && reading.isInference ? "agreed" : "no")
    }
  }
}
