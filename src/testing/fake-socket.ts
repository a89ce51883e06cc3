/** The near end of a WebSocket without a network: the far end is a script that says and hears texts. */
export class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readonly url: string
  readonly sent: string[] = []
  binaryType = 'blob'
  readyState: number = FakeSocket.CONNECTING
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: Event) => void) | null = null
  onclose: ((event: Event) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  /** Called with what the connector sends. */
  hears: (text: string) => void = () => {}

  constructor(url: string, script: ((socket: FakeSocket) => void) | undefined) {
    super()
    this.url = url
    setImmediate(() => {
      if (this.readyState !== FakeSocket.CONNECTING) return
      if (!script) return this.fail()
      this.readyState = FakeSocket.OPEN
      this.#tell(new Event('open'))
      script(this)
    })
  }

  /** The far end says something. */
  say(data: string | object): void {
    if (this.readyState !== FakeSocket.OPEN) return
    const text = typeof data === 'string' ? data : JSON.stringify(data)
    this.#tell(new MessageEvent('message', { data: text }))
  }

  /** The far end hangs up. */
  end(code = 1006, reason = ''): void {
    if (this.readyState === FakeSocket.CLOSED) return
    this.readyState = FakeSocket.CLOSED
    this.#tell(Object.assign(new Event('close'), { code, reason, wasClean: code === 1000 }))
  }

  fail(): void {
    this.#tell(new Event('error'))
    this.end()
  }

  send(data: string): void {
    this.sent.push(data)
    this.hears(data)
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState >= FakeSocket.CLOSING) return
    this.readyState = FakeSocket.CLOSING
    setImmediate(() => this.end(code, reason))
  }

  #tell(event: Event): void {
    this.dispatchEvent(event)
    const handler = { open: this.onopen, message: this.onmessage, close: this.onclose, error: this.onerror }[event.type]
    handler?.(event)
  }
}
