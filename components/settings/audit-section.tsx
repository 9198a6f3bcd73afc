"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { api } from "../api/client.ts";
import { useSession } from "../shell/session-context.tsx";
import { settingsText } from "../text/settings.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Problem } from "../ui/problem.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Lead, OwnersOnly, tableStyle } from "./parts.tsx";

const { audit: text } = settingsText;

export function AuditSection() {
  const { workspace } = useSession();
  return workspace.role === "owner" ? <Entries /> : <OwnersOnly />;
}

function Entries() {
  const { workspace } = useSession();
  const pages = useInfiniteQuery({
    queryKey: ["audit", workspace.id],
    queryFn: ({ pageParam, signal }) => api("GET /api/audit", { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  const { columns } = text;
  return (
    <>
      <Lead>{text.text}</Lead>
      {pages.error ? <Problem error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.data && entries.length === 0 ? (
        <EmptyState icon={<ScrollText aria-hidden />} title={text.none.title}>
          {text.none.text}
        </EmptyState>
      ) : null}
      {entries.length > 0 ? (
        <table className={tableStyle}>
          <thead>
            <tr>
              <th scope="col">{columns.at}</th>
              <th scope="col">{columns.by}</th>
              <th scope="col">{columns.action}</th>
              <th scope="col">{columns.target}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ id, at, by, action, target }) => (
              <tr key={id}>
                <td className="text-muted">
                  <RelativeTime at={at} />
                </td>
                <td>{[text.by[by.kind], by.name].filter(Boolean).join(" ")}</td>
                <td className="font-mono text-xs">{action}</td>
                <td>{target}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {pages.hasNextPage ? (
        <Button className="mt-4" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {text.more}
        </Button>
      ) : null}
    </>
  );
}
