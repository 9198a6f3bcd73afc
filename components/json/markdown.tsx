"use client";
import type { ReactNode } from "react";
import ReactMarkdown from "react-markdown";

const COMPONENTS = { a: Link, img: PictureLink };

/** Markdown as a page. HTML in it stays text, and pictures are not loaded: it came from outside. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="w-full max-w-prose rounded-md border border-line bg-surface px-3 py-2 text-base text-ink [&_a]:text-accent [&_a]:underline [&_blockquote]:border-l-2 [&_blockquote]:border-line-strong [&_blockquote]:pl-3 [&_blockquote]:text-muted [&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-xs [&_h1]:text-lg [&_h1]:font-semibold [&_h2]:text-base [&_h2]:font-semibold [&_h3]:font-semibold [&_hr]:my-2 [&_li]:ml-5 [&_ol]:list-decimal [&_p]:my-1.5 [&_pre]:my-2 [&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-sunken [&_pre]:p-2 [&_ul]:list-disc">
      <ReactMarkdown components={COMPONENTS}>{text}</ReactMarkdown>
    </div>
  );
}

function Link({ href, children }: { readonly href?: string | undefined; readonly children?: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

function PictureLink({ src, alt }: { readonly src?: string | Blob | undefined; readonly alt?: string | undefined }) {
  return <Link {...(typeof src === "string" ? { href: src } : {})}>{alt ?? ""}</Link>;
}
