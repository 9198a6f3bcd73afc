import type { Metadata } from "next";
import { TemplateGallery } from "../../../../components/templates/template-gallery.tsx";

export const metadata: Metadata = { title: "Templates" };

export default function Page() {
  return <TemplateGallery />;
}
