#pragma once
#include "objects.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vidimus::pdf {

/// A page and what it inherits, as the page tree gives them.
struct PageNode {
    std::uint32_t object = 0; ///< its object number; 0 where the page stands directly in the tree
    Value dictionary, resources, mediaBox, cropBox, rotate;
};

/// Row-vector affine map as PDF writes it: x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    /// First this, then next.
    Matrix then(const Matrix& next) const
    {
        return {a * next.a + b * next.c, a * next.b + b * next.d, c * next.a + d * next.c, c * next.b + d * next.d,
            e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
    }
};

/// A page as displayed: CropBox within MediaBox, turned by /Rotate, scaled by UserUnit.
struct PageGeometry {
    double widthMm = 0, heightMm = 0;
    Matrix toMillimetres; ///< default user space -> millimetres from the top left of the displayed page
};
PageGeometry geometryOf(Objects& objects, const PageNode& page);

/// How a file could be opened.
enum class OpenProblem { None, Malformed, Encrypted };

/// One PDF file, parsed by PoDoFo: the only place that knows it. Objects are turned into Values when asked for.
class Document final : public Objects {
public:
    /// Parses the bytes (which must outlive the document), trying the passwords in order after the empty one.
    /// Nothing, and why, where it cannot.
    static std::unique_ptr<Document> open(
        std::span<const std::uint8_t> bytes, const std::vector<std::string>& passwords, OpenProblem& problem);
    ~Document() override;

    const Value& object(std::uint32_t number, std::uint16_t generation) override;
    std::string decoded(const Value& stream, std::size_t atMost) override;
    std::string raw(const Value& stream) override;

    const Value& trailer() const { return m_trailer; }
    const Value& catalog() { return get(m_trailer, "Root"); }
    /// Leaves of the page tree in order, found by walking it (its /Count is not believed); at most 100,000.
    const std::vector<PageNode>& pages();
    /// As the header (or the catalog) says, "1.7".
    std::string version();
    bool encrypted() const;
    bool linearized() const;
    /// The password that opened it; empty where none was needed.
    const std::string& password() const { return m_password; }

private:
    struct Parsed;
    explicit Document(std::unique_ptr<Parsed> parsed);
    void walkPages(const Value& node, std::uint32_t object, PageNode inherited, int depth);

    std::unique_ptr<Parsed> m_parsed;
    Value m_trailer;
    std::string m_password;
    std::optional<std::vector<PageNode>> m_pages;
    std::vector<std::uint32_t> m_visited; ///< nodes on the way down, against loops
    std::size_t m_nodes = 0;
};

/// Before the sandbox closes: OpenSSL's providers for old encryption, and PoDoFo's silence.
void prepareLibraries();

} // namespace vidimus::pdf
