import Dialogue
import Helpdesk
import Matching
import TextAnalysis

// What is sent back, written by hand: most of a reply's time would otherwise go into encoding it. A test compares
// each of these with the encoder's idea of the same value, so that a member that is added to a value is added here.

extension TurnResponse: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("session", session)
      $0.member("turn", turn)
      $0.member("language", language.rawValue)
      $0.member("replies", replies)
      $0.member("state", state)
      $0.member("repeated", repeated)
    }
  }
}

extension TurnResponse.State: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("intent", intent)
      $0.member("awaiting", awaiting)
      $0.member("asked", asked)
    }
  }
}

extension Reply: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("kind", kind.rawValue)
      $0.member("intent", intent)
      $0.member("fix", fix)
      $0.member("question", question)
      $0.member("text", text)
      $0.member("markdown", markdown)
      $0.member("options", options)
      $0.member("links", links)
      $0.member("source", source)
      $0.member("packet", packet)
    }
  }
}

extension Reply.Option: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("value", value)
      $0.member("label", label)
    }
  }
}

extension Reply.Link: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("title", title)
      $0.member("url", url)
    }
  }
}

extension Reply.Source: JSONWritable {
  func write(to writer: inout JSONWriter) {
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
  func write(to writer: inout JSONWriter) {
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
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("intent", intent)
      $0.member("fix", fix)
      $0.member("outcome", outcome)
    }
  }
}
