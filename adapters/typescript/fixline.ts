/**
 * A client of Fixline's line protocol (docs/protocol.md), in one file that needs nothing else.
 *
 *     const bot = new Fixline(createConnection("/run/fixline/socket")); // from "net"
 *     const result = await bot.message("anna", "the button is greyed out");
 *     for (const reply of result.replies) console.log(reply.text);
 *     bot.close();
 */

/** A connection that the client speaks over: a `Socket` of Node's `net` is one. */
export interface Transport {
  setEncoding(encoding: "utf8"): unknown;
  on(event: "data", listener: (data: string) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "close", listener: () => void): unknown;
  write(data: string): unknown;
  end(): unknown;
}

/** One choice of a question: `value` is what goes back as `choice`. */
export interface Option {
  value: string;
  label: string;
}

/** One thing that the bot says; `text` alone is enough to show. */
export interface Reply {
  kind: "question" | "did-you-mean" | "fix" | "notice" | "fallback" | "handoff" | "goodbye";
  text: string;
  markdown?: string;
  intent?: string;
  fix?: string;
  question?: string;
  options?: Option[];
  links?: { title: string; url: string }[];
  source?: { document: string; heading?: string; documented?: string; checked?: string; url?: string };
  packet?: Record<string, unknown>;
}

/** What a message comes to. */
export interface TurnResult {
  session: string;
  turn: number;
  language: "sv" | "en";
  replies: Reply[];
  state: { intent?: string; awaiting?: string; asked?: number };
  repeated?: boolean;
}

/** A message of a person: `choice` wins over `text`; the same `messageId` again gives the same result. */
export interface Message {
  text?: string;
  choice?: string;
  messageId?: string;
}

/** An error reply: `code` as in docs/protocol.md; where `retry` is true the same request may succeed later. */
export class FixlineError extends Error {
  constructor(readonly code: number, message: string, readonly retry: boolean) {
    super(message);
  }
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

interface Response {
  id: number | null;
  result?: unknown;
  error?: { code: number; message: string; data?: { retry?: boolean } };
}

/** A connection to `fixline serve`. Requests may be sent without waiting for each other. */
export class Fixline {
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  private rest = "";

  constructor(private readonly transport: Transport) {
    transport.setEncoding("utf8");
    transport.on("data", (data) => this.take(data));
    transport.on("error", (error) => this.fail(error));
    transport.on("close", () => this.fail(new Error("the server has closed the connection")));
  }

  /** Sends a request and gives its result; rejects with FixlineError where the reply is an error. */
  request<Result>(method: string, params: object = {}): Promise<Result> {
    const id = ++this.count;
    return new Promise<Result>((resolve, reject) => {
      this.waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
      this.transport.write(JSON.stringify({ jsonrpc: "2.0", id, method, params }) + "\n");
    });
  }

  /** One message of a person. */
  message(session: string, message: string | Message): Promise<TurnResult> {
    const { text, choice, messageId }: Message = typeof message === "string" ? { text: message } : message;
    return this.request("message", { session, text: text ?? "", choice, message_id: messageId });
  }

  /** Shows the token, which has to come first where the server asks for one. */
  initialize(token?: string): Promise<Record<string, unknown>> {
    return this.request("initialize", { token });
  }

  /** Whether the last fix helped. */
  feedback(session: string, helped: "yes" | "no" | "partly"): Promise<TurnResult> {
    return this.request("feedback", { session, helped });
  }

  /** Ends the connection; the server answers what it has been sent. */
  close(): void {
    this.transport.end();
  }

  private take(data: string): void {
    const lines = (this.rest + data).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) {
      const response = JSON.parse(line) as Response;
      const waiting = response.id === null ? undefined : this.waiting.get(response.id);
      if (response.id === null || waiting === undefined) continue;
      this.waiting.delete(response.id);
      if (response.error === undefined) {
        waiting.resolve(response.result);
      } else {
        const { code, message, data } = response.error;
        waiting.reject(new FixlineError(code, message, data?.retry ?? false));
      }
    }
  }

  private fail(error: Error): void {
    for (const waiting of this.waiting.values()) waiting.reject(error);
    this.waiting.clear();
  }
}
