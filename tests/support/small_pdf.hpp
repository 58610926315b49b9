#pragma once
#include <string>

namespace vidimus::tests {

/// A PDF of two empty pages, 4 × 2 inches, the second filled with red. Its cross-reference table is missing, which
/// poppler forgives and qpdf repairs.
inline std::string smallPdf()
{
    const std::string page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 144] ";
    return "%PDF-1.4\n"
           "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
           "2 0 obj << /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >> endobj\n"
           "3 0 obj "
        + page
        + ">> endobj\n"
          "4 0 obj "
        + page
        + "/Contents 5 0 R >> endobj\n"
          "5 0 obj << /Length 28 >> stream\n1 0 0 rg 0 0 288 144 re f   \nendstream endobj\n"
          "trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n";
}

/// A PDF of one page, 6 × 4 inches, that says this in Helvetica, 18 points, four times below each other.
inline std::string pdfSaying(const std::string& words)
{
    std::string content = "BT /F1 18 Tf 40 220 Td 40 TL ";
    for (int i = 0; i < 4; ++i)
        content += "(" + words + ") Tj T* ";
    content += "ET";
    return "%PDF-1.4\n"
           "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
           "2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj\n"
           "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 432 288] /Contents 4 0 R "
           "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj\n"
           "4 0 obj << /Length "
        + std::to_string(content.size()) + " >> stream\n" + content
        + "\nendstream endobj\n"
          "trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n";
}

} // namespace vidimus::tests
