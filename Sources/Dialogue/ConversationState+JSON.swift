import TextAnalysis

/// Writes what ``ConversationState/init(from:)`` reads; all of it, member by member.
extension ConversationState: JSONWritable {
  /// Writes the state as it is stored.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("language", language?.rawValue)
      $0.member("facts", facts)
      $0.member("people", people)
      $0.member("topic", topic)
      $0.member("waiting", waiting)
      $0.member("alternatives", alternatives)
      $0.member("question", question)
      $0.member("outcome", outcome.rawValue)
      $0.member("handedOver", handedOver)
      $0.member("tried", tried)
      $0.member("words", words)
      $0.member("running", running)
      $0.member("offersPerson", offersPerson)
      $0.member("misses", misses)
      $0.member("said", said)
      $0.member("lastTexts", lastTexts)
    }
  }
}

extension Topic: JSONWritable {
  /// Writes the symptom as it is stored.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("intent", intent)
      $0.member("score", score)
      $0.member("asked", asked)
      $0.member("askedSlots", askedSlots)
      $0.member("given", given)
      $0.member("facts", facts)
      $0.member("step", step)
      $0.member("fact", fact)
      $0.member("supposed", supposed)
      $0.member("isReported", isReported)
      $0.member("isNamed", isNamed)
    }
  }
}

extension OpenQuestion: JSONWritable {
  /// Writes the question as it is stored.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("subject", subject)
      $0.member("misses", misses)
      $0.member("shown", shown)
    }
  }
}

extension OpenQuestion.Subject: JSONWritable {
  /// Writes the subject as the compiler's own decoding of an enumeration reads it.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      switch self {
      case .slot(let slot): $0.member("slot", ["_0": slot])
      case .intent(let intents): $0.member("intent", ["_0": intents])
      case .helped: $0.member("helped", [String: String]())
      case .person: $0.member("person", [String: String]())
      }
    }
  }
}

extension Running: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("question", question)
      $0.member("turns", turns)
    }
  }
}
