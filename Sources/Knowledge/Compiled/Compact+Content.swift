// The fields of the content in the order in which the compiled form holds them. Who changes one raises
// `CompiledContent.format`.

extension Audience: Compact {
  init(from reader: inout CompactReader) throws { self = try reader.read(Bool.self) ? .everyone : .administrators }
  func write(to writer: inout CompactWriter) { writer.write(self == .everyone) }
}

extension SourceLocation: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(file: reader.read(), line: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(file)
    writer.write(line)
  }
}

extension Link: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(title: reader.read(), url: reader.read(), note: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(title)
    writer.write(url)
    writer.write(note)
  }
}

extension Article: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(
      id: reader.read(), title: reader.read(), url: reader.read(), documented: reader.read(), checked: reader.read(),
      licence: reader.read(), endUserFact: reader.read(), links: reader.read(), document: reader.read(),
      revision: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(id)
    writer.write(title)
    writer.write(url)
    writer.write(documented)
    writer.write(checked)
    writer.write(licence)
    writer.write(endUserFact)
    writer.write(links)
    writer.write(document)
    writer.write(revision)
  }
}

extension Ask: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(slot: reader.read(), unless: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(slot)
    writer.write(unless)
  }
}

extension Keyword: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(concept: reader.read(), weight: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(concept)
    writer.write(weight)
  }
}

extension Fix: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(
      id: reader.read(), when: reader.read(), audience: reader.read(), text: reader.read(), short: reader.read(),
      links: reader.read(), next: reader.read(), handsOver: reader.read(), continues: reader.read(),
      unless: reader.read(), location: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(id)
    writer.write(when)
    writer.write(audience)
    writer.write(text)
    writer.write(short)
    writer.write(links)
    writer.write(next)
    writer.write(handsOver)
    writer.write(continues)
    writer.write(unless)
    writer.write(location)
  }
}

extension Fact: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(
      id: reader.read(), article: reader.read(), triggers: reader.read(), text: reader.read(), audience: reader.read(),
      links: reader.read(), yes: reader.read(), no: reader.read(), instead: reader.read(),
      under: reader.read(), again: reader.read(), isOpen: reader.read(), location: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(id)
    writer.write(article)
    writer.write(triggers)
    writer.write(text)
    writer.write(audience)
    writer.write(links)
    writer.write(yes)
    writer.write(no)
    writer.write(instead)
    writer.write(under)
    writer.write(again)
    writer.write(isOpen)
    writer.write(location)
  }
}

extension ArticleText: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(
      title: reader.read(), heading: reader.read(), leads: reader.read(), links: reader.read(), body: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(title)
    writer.write(heading)
    writer.write(leads)
    writer.write(links)
    writer.write(body)
  }
}

extension Imported: Compact {
  init(from reader: inout CompactReader) throws { self.init(text: try reader.read(Localized.self).values) }
  func write(to writer: inout CompactWriter) { writer.write(Localized(text)) }
}

extension Intent: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(
      id: reader.read(), article: reader.read(), title: reader.read(), heading: reader.read(), keywords: reader.read(),
      examples: reader.read(), asks: reader.read(), fixes: reader.read(), facts: reader.read(), imported: reader.read(),
      location: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(id)
    writer.write(article)
    writer.write(title)
    writer.write(heading)
    writer.write(keywords)
    writer.write(examples)
    writer.write(asks)
    writer.write(fixes)
    writer.write(facts)
    writer.write(imported)
    writer.write(location)
  }
}

extension Question.Option: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(
      value: reader.read(), label: reader.read(), named: reader.read(), words: reader.read(), replies: reader.read(),
      heads: reader.read(), from: reader.read(), below: reader.read(), implies: reader.read(), ofOthers: reader.read(),
      denied: reader.read(), isEndUser: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(value)
    writer.write(label)
    writer.write(named)
    writer.write(words)
    writer.write(replies)
    writer.write(heads)
    writer.write(from)
    writer.write(below)
    writer.write(implies)
    writer.write(ofOthers)
    writer.write(denied)
    writer.write(isEndUser)
  }
}

extension Question: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(
      slot: reader.read(), ask: reader.read(), again: reader.read(), explanation: reader.read(), options: reader.read(),
      isGeneral: reader.read(), ignores: reader.read(), actsOn: reader.read(), isDuration: reader.read(),
      location: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(slot)
    writer.write(ask)
    writer.write(again)
    writer.write(explanation)
    writer.write(options)
    writer.write(isGeneral)
    writer.write(ignores)
    writer.write(actsOn)
    writer.write(isDuration)
    writer.write(location)
  }
}

extension Concept: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(id: reader.read(), phrases: reader.read(), isNeutral: reader.read(), location: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(id)
    writer.write(phrases)
    writer.write(isNeutral)
    writer.write(location)
  }
}

extension Settings: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(name: reader.read(), contact: reader.read(), hours: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(name)
    writer.write(contact)
    writer.write(hours)
  }
}

extension Conversation: Compact {
  init(from reader: inout CompactReader) throws {
    try self.init(words: reader.read(), replies: reader.read())
  }
  func write(to writer: inout CompactWriter) {
    writer.write(words)
    writer.write(replies)
  }
}
