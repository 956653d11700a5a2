import Matching
import TextAnalysis

/// What a message says of the fix that was given: that it helped, or not, or partly, or that it is still to be tried.
extension Exchange {
  /// What the message says about the fix: `yes`, `no`, `partly` or `later`; `nil` where it says nothing.
  var outcomeSaid: String? {
    if saysNothingOfFix || reading.asksWhetherItHelps { return nil }
    if !reading.isQuestion, !startsWithNo, reading.endsWithSuccess { return "yes" }
    if let outcome = outcomeOfPart { return outcome }
    // "No, I need to know how it is done": what stands after a question word is no success.
    if reading.asksBefore("worked") { return nil }
    if putsOff { return "later" }
    if reading.tellsPartly && !reading.isQuestion || reading.begins(with: "partly")
      || reading.only("partly", with: "yes", "no", "worked", "anaphora")
    {
      return "partly"
    }
    if reading.length(of: "failed") > 0 {
      // "That's not what I asked, I mean do all of them need it".
      if reading.says("correction"), askedFact?.isLikely == true { return nil }
      return reading.isQuestion && !reading.begins(with: "no") ? nil : "no"
    }
    if hasWhatWasAdvised { return "no" }
    let isWaiting = reading.only("trying", with: "yes", "anaphora", "bye", rest: 4) || reading.says("dont-know")
    if isWaiting, !reading.isQuestion, !reading.says("suppose") { return "later" }
    if tellsSuccess {
      // "He's in. No thanks to you."
      return reading.says("no") && (startsWithNo || reading.length(of: "worked") < 2) ? "no" : "yes"
    }
    return reading.isQuestion ? nil : outcomeInAWord
  }

  /// Whether it asks or restricts, whatever it sounds like.
  private var saysNothingOfFix: Bool {
    // "Oh, so it only works for ordinary users."
    if reading.says("limited"), !reading.tellsPartly, !reading.begins(with: "no") { return true }
    // "So I need to be what exactly": whatever it sounds like, it asks.
    return (askedFact?.isUnmistakable == true || askedFact?.isLikely == true && reading.begins(with: "so"))
      && !reading.says("worked") && reading.length(of: "failed") == 0 && !reading.begins(with: "yes")
      && !reading.begins(with: "no") && reading.weight() >= 3
  }

  /// What a part of the message says by itself.
  private var outcomeOfPart: String? {
    guard !reading.isQuestion else { return nil }
    // "I checked it, it's fine": what was suspected is not the cause.
    if reading.findsAllWell { return "no" }
    // "We have that somewhere. Will look."
    if reading.closes(with: "trying"), !reading.says("worked") { return "later" }
    // "Did that, same."
    if reading.closes(with: "failed", "setback") { return "no" }
    return reading.closesWithSuccess && !reading.says("no", "failed") ? "yes" : nil
  }

  /// Whether it tells what comes first: "great, will ask Karin".
  private var putsOff: Bool {
    let isSolved = reading.length(of: "worked") > 1 && reading.says("worked") && !isUnsure
    // "Great, will ask Karin, she's global admin" says what comes next, not whom it is about.
    let turnsToOthers = reading.says("trying") && !reading.values.isEmpty && reading.values.allSatisfy(isOfSomebodyElse)
    return (reading.begins(with: "trying") || turnsToOthers) && !reading.isQuestion && !reading.says("suppose")
      && !isSolved
  }

  /// "Then I know" is success, "then I don't know" is none.
  private var isUnsure: Bool { reading.says("dont-know") && reading.isOnlyWithin("dont-know", "worked") }

  /// "We have licences", after a fix that told to check them.
  private var hasWhatWasAdvised: Bool {
    reading.says("having") && !reading.isQuestion && !reading.values.isEmpty && reading.weightBesideValues <= 3
      && reading.values.allSatisfy { !isAsked($0.slot) && !tellsMatter($0) }
  }

  private var tellsSuccess: Bool {
    // "It's done and she's at work again, thank you so much" may be long, "so as long as anyone has one we're good" is none.
    let most = reading.says("thanks") ? 25 : 12
    let room = reading.begins(with: "so") ? 3 : reading.length(of: "worked") > 1 ? most : 5
    return !isUnsure && reading.says("worked") && !reading.isQuestion
      && reading.weight(beside: ["worked", "yes", "anaphora"]) <= room
  }

  /// What a yes or a no says, with hardly anything beside it.
  private var outcomeInAWord: String? {
    let tells = reading.values.contains { isAsked($0.slot) || isChange($0) && tellsMatter($0) } || answersAgain
    if reading.only("yes", with: "worked", "thanks", "anaphora", rest: 1), !tells, !reading.says("question-word") {
      return "yes"
    }
    // "Yes thanks, that was the missing bit."
    if reading.beginsAlone(with: "yes", "thanks", "worked"), !tells, match.decision == .none, !reading.says("no") {
      return "yes"
    }
    if reading.only("no", with: "anaphora", "correction", rest: 2), !isPoliteNo { return "no" }
    return reading.says("no") && startsWithNo ? "no" : nil
  }

  /// "No worries, thanks" says no to nothing.
  private var isPoliteNo: Bool {
    reading.words.contains {
      ["thanks", "noted"].contains($0.id) && $0.tokens.lowerBound == 0 && $0.tokens.count > 1
    }
  }

  /// Whether it begins with a plain no.
  var startsWithNo: Bool {
    guard let first = reading.utterance.tokens.first, !isPoliteNo else { return false }
    return ["no", "nope", "nah", "nej", "nä", "nää", "näe", "nepp"].contains(first.text) && !reading.isQuestion
  }
}
