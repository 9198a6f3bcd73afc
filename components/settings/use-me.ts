"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";

/** Who is signed in, as the server knows them now. */
export function useMe() {
  return useQuery({ queryKey: ["me"], queryFn: ({ signal }) => api("GET /api/me", { signal }) });
}
