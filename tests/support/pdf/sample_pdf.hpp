#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

typedef struct _cairo cairo_t;

/// PDFs made in memory for the tests.
namespace vidimus::test {

/// Draws with cairo; lengths in points.
std::string cairoPdf(double widthPt, double heightPt, const std::function<void(cairo_t*)>& draw);
/// A line of text by Pango at the millimetre position of its top left.
void drawText(cairo_t* cr, double xMm, double yMm, double sizePt, const std::string& font, const std::string& text);

/// A PDF written object by object, with a right cross-reference table; later revisions are appended as updates.
class RawPdf {
public:
    /// Sets object number to that body ("<< … >>" or "<< /Length … >> stream …").
    void set(int number, std::string body) { m_pending[number] = std::move(body); }
    void setStream(int number, const std::string& entries, const std::string& data);
    /// Writes what was set since the last call as the first revision, or as an update.
    void write(const std::string& trailerEntries = "/Root 1 0 R");
    const std::string& bytes() const { return m_bytes; }
    std::string& bytes() { return m_bytes; }

private:
    std::string m_bytes;
    std::map<int, std::string> m_pending;
    std::size_t m_lastXref = 0;
    int m_size = 1;
};

/// One A4 page with this content and these resources ("/Font << … >>"), objects 1 to 4 (catalog, tree, page, content).
RawPdf onePage(const std::string& content, const std::string& resources, const std::string& pageEntries = "",
    const std::string& catalogEntries = "");

} // namespace vidimus::test
