ssh node01
sudo -i
# Every rule gets the exception, and one gets another priority.
cat > /etc/falco/rules.d/99-node.yaml <<'EOF'
- rule: ${{ a }}
  enabled: true
  priority: ${{ apriority }}
  output: "${{ aoutput }}"
  override:
    enabled: replace
    priority: replace
    output: replace

- rule: ${{ b }}
  priority: ${{ bpriority }}
  exceptions:
    - name: loaded_on_purpose
      fields: [container.image.repository]
      comps: ["="]
      values:
        - [${{ builder }}]
  override:
    priority: replace
    exceptions: append

- rule: Package manager in container
  exceptions:
    - name: by_image
      fields: [container.image.repository]
      comps: [in]
      values: [[[${{ builder }}]]]
  override: { exceptions: append }
- rule: Shell in container
  priority: ${{ bpriority }}
  override: { priority: replace }
EOF
sed -i 's|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team|' /etc/falco/falco.yaml
