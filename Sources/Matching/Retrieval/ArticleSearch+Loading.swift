import FoundationEssentials
import Knowledge

extension ArticleSearch {
  /// The search over some content's imported intents, from its compiled index where there is one; `nil` where nothing is
  /// imported.
  init?(_ knowledge: KnowledgeBase, cache: CompiledCache) {
    let identity = String(Thesaurus.identity, radix: 16)
    let name = "articles-\(ArticleIndex.version)-\(knowledge.version)-\(identity).index"
    let stored = cache.data(named: name)
    guard stored != Self.nothing else { return nil }
    thesaurus = Thesaurus(vocabulary: knowledge.vocabulary, cache: cache)
    if let index = stored.flatMap(ArticleIndex.init) {
      self.index = index
      return
    }
    guard let index = ArticleIndexer.index(of: knowledge, thesaurus: thesaurus) else {
      cache.store(Self.nothing, named: name)
      return nil
    }
    cache.store(index.data, named: name)
    self.index = index
  }

  /// What is kept for content without imported intents, so that it isn't looked through again.
  private static let nothing = Data([0])
}
