#include "detail/html_parts.hpp"

/// One file, complete in itself: no scripts, nothing fetched, headings in order, tables with scopes, pictures with
/// words.
namespace vidimus::report {
namespace {

using namespace detail;

class Html {
public:
    explicit Html(const Outline& outline)
        : m_outline(outline)
    {
    }

    std::string whole()
    {
        head();
        add("<main>\n");
        glance();
        conclusion();
        findings();
        documents();
        claims();
        making();
        add("</main>\n<footer><p>" + escaped(m_outline.disclaimer) + "</p></footer>\n</body>\n</html>\n");
        return std::move(m_text);
    }

private:
    void add(const std::string& text) { m_text += text; }
    std::string words(const char* key) const { return escaped(label(m_outline.language, key)); }
    void heading(const std::string& text) { add("<h2>" + text + "</h2>\n"); }

    void head()
    {
        add("<!DOCTYPE html>\n<html lang=\"" + m_outline.language
            + "\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
              "img-src data:\">\n<title>"
            + escaped(m_outline.documentTitle) + "</title>\n<style>" + std::string(stylesheet())
            + "</style>\n</head>\n<body>\n<header>\n<p class=\"kind\">" + escaped(m_outline.kind) + "</p>\n<h1>"
            + escaped(m_outline.title) + "</h1>\n<dl class=\"facts\">\n");
        for (const LabelledText& fact : m_outline.facts)
            add("<dt>" + escaped(fact.label) + "</dt><dd>" + escaped(fact.text) + "</dd>\n");
        add("</dl>\n</header>\n");
    }

    static std::string look(Look kind, const std::string& word)
    {
        return std::string("<span class=\"look ") + nameOf(kind) + "\"><span aria-hidden=\"true\">" + symbolOf(kind)
            + "</span> " + escaped(word) + "</span>";
    }

    void glance()
    {
        add("<section class=\"proposal\" aria-label=\"" + words("at-a-glance") + "\">\n<p>"
            + escaped(m_outline.proposalLabel) + ": <strong>" + escaped(m_outline.proposalText)
            + "</strong></p>\n<ul class=\"counts\">\n");
        for (const auto& count : m_outline.counts)
            add("<li>" + look(count.look, count.label) + " " + std::to_string(count.number) + "</li>\n");
        add("</ul>\n</section>\n");
    }

    void conclusion()
    {
        heading(escaped(m_outline.conclusionTitle));
        add("<p" + std::string(m_outline.concluded ? "><strong>" : " class=\"quiet\">") + escaped(m_outline.conclusion)
            + (m_outline.concluded ? "</strong>" : "") + "</p>\n");
        for (const std::string* line : {&m_outline.conclusionBy, &m_outline.returned, &m_outline.fourEyes})
            if (!line->empty())
                add("<p>" + escaped(*line) + "</p>\n");
    }

    void detail(const std::string& name, const std::string& text)
    {
        if (!text.empty())
            add("<dt>" + name + "</dt><dd>" + escaped(text) + "</dd>\n");
    }

    void finding(const FindingItem& item)
    {
        add(std::string("<article class=\"") + nameOf(item.look) + "\">\n<h3>" + escaped(item.question) + "</h3>\n<p>"
            + look(item.look, item.word) + "</p>\n<p>" + escaped(item.answer) + "</p>\n<dl>\n");
        for (const LabelledText& where : item.where)
            detail(words("cited"), where.label + (where.text.empty() ? "" : " – " + where.text));
        detail(words("rule"), item.source);
        detail(words("decided"), item.disposition);
        if (m_outline.full) {
            detail(words("values"), item.values);
            detail(words("reason"), item.origin);
        }
        add("</dl>\n");
        for (const auto& [crop, what] : item.crops)
            add("<figure>" + picture(*crop, what) + "<figcaption>" + escaped(what) + "</figcaption></figure>\n");
        add("</article>\n");
    }

    static std::string picture(const Crop& crop, const std::string& what)
    {
        return "<img alt=\"" + escaped(what) + "\" src=\"data:image/png;base64," + base64(crop.png) + "\">";
    }

    void findings()
    {
        heading(words("findings"));
        if (m_outline.groups.empty())
            add("<p>" + words("no-findings") + "</p>\n");
        for (const FindingGroup& group : m_outline.groups) {
            add("<section>\n<h3 id=\"" + std::string(nameOf(group.look)) + "\">" + look(group.look, group.title) + " ("
                + std::to_string(group.items.size()) + ")</h3>\n");
            if (!group.lead.empty())
                add("<p>" + escaped(group.lead) + "</p>\n");
            const bool brief = !m_outline.full && group.look == Look::Passed;
            if (brief)
                add("<ul class=\"plain\">\n");
            for (const FindingItem& item : group.items)
                brief ? add("<li>" + escaped(inOneLine(item)) + "</li>\n") : finding(item);
            add(brief ? "</ul>\n</section>\n" : "</section>\n");
        }
    }

    void fieldRow(const DocumentItem& document, const FieldRow& row)
    {
        const std::string lang = row.lang.empty() ? "" : " lang=\"" + escaped(row.lang) + "\"";
        add("<tr><th scope=\"row\">" + escaped(row.name)
            + (m_outline.full ? "<br><code>" + escaped(row.id) + "</code>" : "") + "</th><td" + lang + ">"
            + escaped(row.value.empty() ? row.text : row.value));
        if (!row.correction.empty())
            add("<br><strong>" + escaped(row.correction) + "</strong>");
        add("</td>");
        if (m_outline.full)
            add("<td" + lang + ">" + escaped(row.text) + "</td>");
        add("<td>" + (row.crop ? picture(*row.crop, document.heading + ", " + row.name) : std::string())
            + "</td><td class=\"number" + (row.uncertain ? " uncertain\"><span aria-hidden=\"true\">? </span>" : "\">")
            + escaped(row.confidence) + "</td>");
        if (m_outline.full)
            add("<td>" + escaped(row.origin) + "</td><td>" + escaped(row.place) + "</td>");
        add("</tr>\n");
    }

    void column(const char* key) { add("<th scope=\"col\">" + words(key) + "</th>"); }

    void documents()
    {
        heading(words("documents"));
        for (const DocumentItem& document : m_outline.documents) {
            add("<section>\n<h3>" + escaped(document.heading) + ": " + escaped(document.title)
                + "</h3>\n<p class=\"quiet\">" + escaped(document.places)
                + (document.profile.empty() ? "" : ", " + escaped(document.profile)) + "</p>\n");
            if (document.fields.empty()) {
                add("<p>" + words("no-fields") + "</p>\n</section>\n");
                continue;
            }
            add("<table>\n<caption>" + words("fields") + "</caption>\n<thead><tr>");
            column("field");
            column("value");
            if (m_outline.full)
                column("text");
            column("cited");
            column("confidence");
            for (const char* key : {"origin", "place"})
                if (m_outline.full)
                    column(key);
            add("</tr></thead>\n<tbody>\n");
            for (const FieldRow& row : document.fields)
                fieldRow(document, row);
            add("</tbody>\n</table>\n</section>\n");
        }
    }

    void claims()
    {
        if (m_outline.claims.empty())
            return;
        heading(words("claims"));
        add("<table>\n<thead><tr>");
        column("field");
        column("claim");
        add("</tr></thead>\n<tbody>\n");
        for (const LabelledText& claim : m_outline.claims)
            add("<tr><th scope=\"row\">" + escaped(claim.label) + "</th><td>" + escaped(claim.text) + "</td></tr>\n");
        add("</tbody>\n</table>\n");
    }

    void making()
    {
        heading(words("how-made"));
        add("<table>\n<caption>" + words("files") + "</caption>\n<thead><tr>");
        for (const char* key : {"source", "type", "pages", "digest"})
            column(key);
        add("</tr></thead>\n<tbody>\n");
        for (const FileItem& file : m_outline.files) {
            add("<tr><th scope=\"row\">" + escaped(file.source));
            for (const std::string& signature : file.signatures)
                add("<br><span class=\"quiet\">" + words("signature") + ": " + escaped(signature) + "</span>");
            add("</th><td>" + escaped(file.type) + "</td><td>" + escaped(file.pages) + "</td><td><code>"
                + escaped(file.sha256) + "</code></td></tr>\n");
        }
        add("</tbody>\n</table>\n<p>" + words("version") + ": " + escaped(m_outline.version) + "</p>\n<p>"
            + words("confinement") + ": " + escaped(m_outline.confinement) + "</p>\n<p>" + words("tool-confinement")
            + ": " + escaped(m_outline.toolConfinement) + "</p>\n");
        if (!m_outline.textEngines.empty())
            add("<p>" + words("text-engines") + ": " + escaped(m_outline.textEngines) + "</p>\n");
        add("<table>\n<thead><tr>");
        for (const char* key : {"plugin", "plugin-version", "digest"})
            column(key);
        add("</tr></thead>\n<tbody>\n");
        for (const PluginUse& plugin : m_outline.plugins)
            add("<tr><th scope=\"row\">" + escaped(plugin.id) + "</th><td>" + escaped(plugin.version)
                + "</td><td><code>" + escaped(plugin.sha256) + "</code></td></tr>\n");
        add("</tbody>\n</table>\n");
    }

    const Outline& m_outline;
    std::string m_text;
};

} // namespace

std::string toHtml(const Case& checked, const Words& words, const Options& options)
{
    const Outline outline = outlineOf(checked, words, options);
    return Html(outline).whole();
}

} // namespace vidimus::report
