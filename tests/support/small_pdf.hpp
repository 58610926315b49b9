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

} // namespace vidimus::tests
