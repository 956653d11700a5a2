extension Reply: JSONWritable {
  /// Writes the reply; what it doesn't have is left out.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("kind", kind.rawValue)
      $0.member("text", text)
      $0.member("markdown", markdown)
      $0.member("intent", intent)
      $0.member("fix", fix)
      $0.member("question", question)
      $0.member("options", options)
      $0.member("links", links)
      $0.member("source", source)
      $0.member("packet", packet)
    }
  }
}

extension Reply.Option: JSONWritable {
  /// Writes the choice.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("value", value)
      $0.member("label", label)
    }
  }
}

extension Reply.Link: JSONWritable {
  /// Writes the link.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("title", title)
      $0.member("url", url)
    }
  }
}

extension Reply.Source: JSONWritable {
  /// Writes the source; what it doesn't have is left out.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("document", document)
      $0.member("heading", heading)
      $0.member("documented", documented)
      $0.member("checked", checked)
      $0.member("url", url)
    }
  }
}

extension HandoffPacket: JSONWritable {
  /// Writes the packet; what it doesn't have is left out.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("reference", reference)
      $0.member("session", session)
      $0.member("language", language)
      $0.member("facts", facts)
      $0.member("intent", intent)
      $0.member("symptom", symptom)
      $0.member("score", score)
      $0.member("words", words)
      $0.member("tried", tried)
      $0.member("sources", sources)
      $0.member("text", text)
    }
  }
}

extension HandoffPacket.Tried: JSONWritable {
  /// Writes the fix and what came of it.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("intent", intent)
      $0.member("fix", fix)
      $0.member("outcome", outcome)
    }
  }
}
