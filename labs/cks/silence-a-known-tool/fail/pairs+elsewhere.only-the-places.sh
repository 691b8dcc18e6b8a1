ssh node01
sudo -i
# Whatever runs in these places is quiet.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_places
      fields: [${{ field }}]
      comps: [startswith]
      values: [["${{ place1 }}"], ["${{ place2 }}"]]
  override:
    exceptions: append
EOF
