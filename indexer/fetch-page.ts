/** A page of a live blog is seldom larger than 2 MB; what is larger than this is something else. */
const MOST_BYTES = 20_000_000;
const MOST_SECONDS = 30;
const READABLE_TYPES = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/x-ndjson)/i;

export interface FetchedPage {
  bytes: Uint8Array;
  /** What the server says that it is written in, as it says it. */
  charset?: string;
}

/**
 * Fetches a page that somebody named. @throws RangeError where it doesn't answer well, is too large,
 * too slow, or of a type that holds no text.
 */
export async function fetchPage(url: string, signal: AbortSignal): Promise<FetchedPage> {
  const limits = AbortSignal.any([signal, AbortSignal.timeout(MOST_SECONDS * 1000)]);
  try {
    const response = await fetch(url, {
      signal: limits,
      headers: { Accept: 'text/html, application/json, application/xml, text/plain' },
    });
    const type = response.headers.get('Content-Type') ?? '';
    if (!response.ok)
      throw new RangeError(`the server answered ${response.status} ${response.statusText}`.trim());
    if (!READABLE_TYPES.test(type))
      throw new RangeError(`it is of type ${type || 'unknown'}, which holds no text`);
    const charset = /;\s*charset=\s*["']?([^\s"';,]+)/i.exec(type)?.[1];
    return { bytes: await limited(response), ...(charset && { charset }) };
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof RangeError) throw cause;
    const slow = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new RangeError(slow ? `it took longer than ${MOST_SECONDS} seconds` : 'it can not be reached', {
      cause,
    });
  }
}

/** The body, read only as far as the limit. */
async function limited(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RangeError(`it is larger than ${MOST_BYTES / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
