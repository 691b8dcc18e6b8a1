ssh node01
sudo -i
# Named first, filled later: a second item adds a row to the exception of the first.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ tool1 }}, ${{ place1 }}]
  override:
    exceptions: append

- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      values:
        - ["${{ tool2 }}", '${{ place2 }}']
  override: { exceptions: append }
EOF
